using System.Buffers.Text;
using System.Xml.Linq;
using Microsoft.AspNetCore.DataProtection.Repositories;
using Microsoft.AspNetCore.DataProtection.XmlEncryption;
using Microsoft.Extensions.DependencyInjection;
using PlaceLeadership.Core.Privacy;
using PlaceLeadership.Core.Storing;

namespace PlaceLeadership.Web.Managing.SigningIn;

/// <summary>The keys of the platform's data protection, which protects what a browser carries to the provider and back, in the tables.</summary>
internal sealed class KeysInTables(ITables tables) : IXmlRepository
{
    /// <summary>The shape of such a key, which the platform writes and encrypts.</summary>
    public const string Shape = "protection-key/1";

    private const string Partition = "protection-keys";

    // The platform asks for them once a day, and waits for the answer.
    public IReadOnlyCollection<XElement> GetAllElements() => Task.Run(async () =>
        (await tables.RangeAsync(Table.Directory, Partition, "!", "~", CancellationToken.None).ToListAsync().ConfigureAwait(false))
            .ConvertAll(row => row.Shape == Shape ? XElement.Parse(row.Body) : throw new InvalidDataException($"The row '{row.Key}' has the shape '{row.Shape}'."))).GetAwaiter().GetResult();

    public void StoreElement(XElement element, string friendlyName) => Task.Run(() => tables.SubmitAsync(
        Table.Directory, Partition, [new RowChange.Put(friendlyName, Shape, element.ToString(SaveOptions.DisableFormatting))], CancellationToken.None)).GetAwaiter().GetResult();
}

/// <summary>Encrypts such keys with the key ring.</summary>
internal sealed class KeyRingEncryptor(KeyRing keys) : IXmlEncryptor
{
    internal const string Purpose = "placeleadership/protection-key";

    public EncryptedXmlInfo Encrypt(XElement plaintextElement) => new(
        new XElement("sealed", SealedText.Seal(keys, Purpose, plaintextElement.ToString(SaveOptions.DisableFormatting))), typeof(KeyRingDecryptor));
}

/// <summary>Decrypts them. The platform makes it.</summary>
internal sealed class KeyRingDecryptor(IServiceProvider services) : IXmlDecryptor
{
    public XElement Decrypt(XElement encryptedElement) => XElement.Parse(
        SealedText.Open(services.GetRequiredService<KeyRing>(), KeyRingEncryptor.Purpose, Base64Url.DecodeFromChars(encryptedElement.Value))
            ?? throw new InvalidDataException("A key of the data protection was encrypted with a key that is not in the key ring."));
}
