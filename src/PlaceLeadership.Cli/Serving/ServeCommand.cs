using System.CommandLine;
using System.Net;
using System.Net.Sockets;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.HostFiltering;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using NodaTime;
using NodaTime.Text;
using PlaceLeadership.Application;
using PlaceLeadership.Application.Deleting;
using PlaceLeadership.Cli.CommandLine;
using PlaceLeadership.Cli.Overview;
using PlaceLeadership.Cli.Workspaces;
using PlaceLeadership.Core.Calendar;
using PlaceLeadership.Core.Cohorts;
using PlaceLeadership.Core.Replies;
using PlaceLeadership.Hosting;
using PlaceLeadership.Hosting.Mailing;
using PlaceLeadership.Hosting.Settings;
using PlaceLeadership.Hosting.Webhooks;
using PlaceLeadership.Mail.Delivery;
using PlaceLeadership.Mail.Pickup;
using PlaceLeadership.Storage.Local;
using PlaceLeadership.Web;
using PlaceLeadership.Web.Inbox;
using PlaceLeadership.Web.Layout;
using PlaceLeadership.Web.Managing.SigningIn;

namespace PlaceLeadership.Cli.Serving;

/// <summary><c>placelead serve</c>: the embedded runtime with the pages, on this computer.</summary>
internal static class ServeCommand
{
    private const double SpeedMax = 10_000_000;
    private const string Mail = "--mail";

    private static readonly Option<string> Data = CommonOptions.Data();
    private static readonly Option<int> Port = CommonOptions.Number("--port", "The port of the pages on 127.0.0.1; 0 takes a free one.", 0, 65535);

    private static readonly Option<Uri?> Public = CommonOptions.Public();
    private static readonly Option<LocalDateTime?> ClockStart = new("--clock")
    {
        Description = "Start the clock here, London time, such as 2027-01-11T08:55.",
        HelpName = "WHEN",
        CustomParser = result =>
        {
            var text = result.Tokens[0].Value;
            foreach (var pattern in new[] { "uuuu-MM-dd'T'HH:mm:ss", "uuuu-MM-dd'T'HH:mm", "uuuu-MM-dd" })
            {
                if (LocalDateTimePattern.CreateWithInvariantCulture(pattern).Parse(text) is { Success: true } parsed)
                {
                    return parsed.Value;
                }
            }

            result.AddError($"'{text}' is not a moment for --clock. Write it as 2027-01-11T08:55.");
            return null;
        },
    };

    private static readonly Option<double> Speed = CommonOptions.Number<double>(
        "--speed", "Seconds that pass for each real second; however fast, no message is skipped.",
        speed => speed is > 0 and <= SpeedMax, $"--speed needs a number above 0, at most {SpeedMax:0}.");

    public static Command Create(Writers writers, IReadOnlyList<MailProvider> providers)
    {
        var mail = new Option<MailProvider>(Mail)
        {
            Description = string.Join(" or ", providers.Select(provider => $"{provider.Word} ({provider.Hint})")) + ".",
            DefaultValueFactory = _ => providers[0],
            CustomParser = result => providers.FirstOrDefault(provider => provider.Word == result.Tokens[0].Value),
            HelpName = "HOW",
        }.AcceptOnlyFromAmong([.. providers.Select(provider => provider.Word)]);
        Speed.DefaultValueFactory = _ => 1;
        Port.DefaultValueFactory = _ => 5080;
        var command = new Command("serve", "Run cohorts on this computer, with the pages and a local inbox, until Ctrl-C.") { Data, Port, Public, ClockStart, Speed, mail };
        command.SetAction((parsed, cancellation) => RunAsync(parsed, writers.For(json: false), cancellation));
        return command;
    }

    private static async Task<int> RunAsync(ParseResult parsed, Output output, CancellationToken cancellation)
    {
        if (!HasLocalPages(parsed))
        {
            RefuseKeysOfTheSample();
        }

        if (WritesToRealPeople(parsed) && (Workspace.ConnectionString() is not { } storage || HostSettings.IsEmulator(storage)))
        {
            throw new Refusal(
                $"{Mail} {Provider(parsed).Word} writes to real people, and the storage emulator may lose what it has stored of them. "
                + $"Set {SettingsCatalogue.Storage.Name} to a storage account, or try things out with {Mail} {MailProviders.BuiltIn[0].Word}.");
        }

        var zone = DateTimeZoneProviders.Tzdb["Europe/London"];
        var clock = new MovableClock(
            TimeProvider.System, parsed.GetValue(ClockStart)?.ToInstant(zone).ToDateTimeOffset(), parsed.GetValue(Speed));

        // A fast clock stands until the cohorts have been looked at once, so that starting up makes nothing late.
        clock.HoldAt(clock.Now());
        var port = FreePort(parsed.GetValue(Port));
        var workspace = await Workspace.HoldAsync(parsed.GetRequiredValue(Data), clock, output, cancellation).ConfigureAwait(false);
        await using (workspace.ConfigureAwait(false))
        {
            var address = new Uri($"http://127.0.0.1:{port}/");
            var app = Build(workspace, clock, parsed, address, port);
            await using (app.ConfigureAwait(false))
            {
                await app.StartAsync(cancellation).ConfigureAwait(false);
                workspace.Folder.Tell(new ServingState(
                    workspace.AzuriteConnection, address.AbsoluteUri, clock.GetUtcNow(), TimeProvider.System.GetUtcNow(), clock.Speed));
                Greet(output, workspace, clock, zone, address, !WritesToRealPeople(parsed), HasLocalPages(parsed), Door(workspace, app.Services.GetRequiredService<PagesOptions>()));
                try
                {
                    await UntilStoppedAsync(app, workspace, cancellation).ConfigureAwait(false);
                }
                finally
                {
                    workspace.Folder.Tell(null);
                }
            }

        }

        // Only now: a storage emulator that could not save, or was killed, says so while it stops, and that is a failure.
        output.Line("Stopped; what is stored is kept.");
        return ExitCodes.Done;
    }

    // Without its storage it would only refuse; ended at once, it is started again at once.
    private static async Task UntilStoppedAsync(WebApplication app, Workspace workspace, CancellationToken cancellation)
    {
        using var stopped = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        var shutdown = app.WaitForShutdownAsync(cancellation);
        await Task.WhenAny(shutdown, workspace.StorageEndedAsync(stopped.Token)).ConfigureAwait(false);
        await stopped.CancelAsync().ConfigureAwait(false);
        app.Lifetime.StopApplication();
        await shutdown.ConfigureAwait(false);
    }

    // Asked before anything is started, so that a port in use is one clear sentence.
    private static int FreePort(int wanted)
    {
        using var listener = new TcpListener(IPAddress.Loopback, wanted);
        try
        {
            listener.Start();
            return ((IPEndPoint)listener.LocalEndpoint).Port;
        }
        catch (SocketException taken)
        {
            throw new LocalStorageException($"The port {wanted} is in use. Choose another with --port, or 0 for a free one.", taken);
        }
    }

    private static WebApplication Build(Workspace workspace, MovableClock clock, ParseResult parsed, Uri address, int port)
    {
        var builder = WebApplication.CreateSlimBuilder(new WebApplicationOptions { ApplicationName = "placelead" });
        builder.Logging.ClearProviders().AddSimpleConsole(console =>
        {
            console.SingleLine = true;
            console.TimestampFormat = "HH:mm:ss ";
        });
        builder.Logging.AddFilter("Microsoft", LogLevel.Warning);
        builder.WebHost.ConfigureKestrel(server =>
        {
            server.Listen(IPAddress.Loopback, port);
            server.AddServerHeader = false;
        });
        builder.Services.Configure<HostFilteringOptions>(filtering => filtering.AllowEmptyHosts = false);
        builder.Configuration["AllowedHosts"] = "localhost;127.0.0.1;" + (parsed.GetValue(Public)?.Host ?? "");
        AddServices(builder.Services, workspace, clock, parsed, address);
        var app = builder.Build();
        app.UseHostFiltering();
        app.UsePlaceLeadershipSafeguards();
        app.UseRouting();
        app.MapPlaceLeadershipPages();
        if (HasLocalPages(parsed))
        {
            LocalSite.Map(app, workspace.Folder);
        }

        if (WritesToRealPeople(parsed))
        {
            MapReports(app);
            MapReplies(app);
        }

        return app;
    }

    private static void AddServices(IServiceCollection services, Workspace workspace, MovableClock clock, ParseResult parsed, Uri address) =>
        services
            .AddSingleton(workspace.Tables)
            .AddSingleton<TimeProvider>(clock)
            .AddSingleton(clock)
            .AddSingleton(workspace.Keys)
            .AddSingleton<ForgetMails>(new PickupInbox(workspace.Folder.Mail).Forget)
            .AddPlaceLeadership()
            .AddPlaceLeadershipPages(options =>
            {
                options.MeansUnreachable = PlaceLeadershipHost.StoreIsAway;
                options.PublicAddress = parsed.GetValue(Public);
                (options.Provider, options.TrustedProxies, options.Brand) = OfThePlace(parsed.GetValue(Public) ?? address);
                options.ManagerKey = ManagerKey(workspace, options);
            })
            .AddMail(Channel(Provider(parsed), workspace.Folder), parsed.GetValue(Public) ?? address, ReplyDomain(!WritesToRealPeople(parsed)))
            .AddSingleton<Keeper>()
            .AddSingleton(new LoopSettings(workspace.OwnsStorage))
            .AddHostedService<CohortLoop>();

    // Everybody's mail is for the person at this computer alone: where anybody else can come, there is no such page at all.
    private static bool HasLocalPages(ParseResult parsed) => parsed.GetValue(Public) is null && !WritesToRealPeople(parsed);

    private static MailProvider Provider(ParseResult parsed) => parsed.GetRequiredValue<MailProvider>(Mail);

    private static bool WritesToRealPeople(ParseResult parsed) => Provider(parsed).StaysHere is null;

    private static void RefuseKeysOfTheSample()
    {
        foreach (var (setting, sample) in new[]
        {
            (SettingsCatalogue.Keys, SettingsCatalogue.LaptopKeys), (SettingsCatalogue.ManagerKey, SettingsCatalogue.LaptopManagerKey),
        })
        {
            if (Environment.GetEnvironmentVariable(setting.Name)?.Contains(sample, StringComparison.Ordinal) == true)
            {
                throw new Refusal($"{setting.Name} {SettingsCatalogue.SamplesKey}");
            }
        }
    }

    private static string? GivenManagerKey() => Environment.GetEnvironmentVariable(SettingsCatalogue.ManagerKey.Name) switch
    {
        null or "" => null,
        var key when !HostSettings.IsManagerKey(key.Trim()) => throw new Refusal($"{SettingsCatalogue.ManagerKey.Name} {HostSettings.WeakManagerKey}"),
        var key => key.Trim(),
    };

    // With a provider, what is done at an address that others reach has a name to it.
    private static string? ManagerKey(Workspace workspace, PagesOptions options) => options switch
    {
        { Provider: not null, PublicAddress.IsLoopback: false } when GivenManagerKey() is not null =>
            throw new Refusal($"{SettingsCatalogue.ManagerKey.Name} {HostSettings.KeyBesideProvider}"),
        { Provider: not null, PublicAddress.IsLoopback: false } => null,
        _ => GivenManagerKey() ?? workspace.Folder.ManagerKey(),
    };

    // On a command line a path starts where somebody is.
    private static (SignInProvider? Provider, IReadOnlyList<IPNetwork> Proxies, Brand Brand) OfThePlace(Uri here)
    {
        var reading = new SettingsReading(Environment.GetEnvironmentVariable);
        var settings = (SignInSettings.Provider(reading, here), SignInSettings.Proxies(reading), BrandSettings.Read(reading, Environment.CurrentDirectory));
        return reading.Problems.Count == 0 ? settings : throw new Refusal(reading.Problems);
    }

    /// <summary>Takes what the provider tells, which settles messages in doubt, as the Functions host does.</summary>
    private static void MapReports(WebApplication app) => app.MapPost(
        ReportsWebhook.Path,
        async (string provider, HttpRequest request, ReportsWebhook webhook) => Results.StatusCode(await webhook.ReceiveAsync(provider, request).ConfigureAwait(false)));

    /// <summary>Takes answers to polls from SendGrid's Inbound Parse, as the Functions host does.</summary>
    private static void MapReplies(WebApplication app)
    {
        var webhook = new ReplyWebhook(
            ReplyKey(), app.Services.GetServices<MailReplies>(),
            app.Services.GetRequiredService<ILogger<ReplyWebhook>>());
        app.MapPost(ReplyWebhook.Path, async (HttpRequest request) => Results.StatusCode(await webhook.ReceiveAsync(request).ConfigureAwait(false)));
    }

    private static string? ReplyKey() => Environment.GetEnvironmentVariable(SettingsCatalogue.ReplyKey.Name) switch
    {
        null or "" => null,
        var key when HostSettings.IsReplyKey(key) => key,
        _ => throw new Refusal(
            $"{SettingsCatalogue.ReplyKey.Name} is not {HostSettings.ReplyKeyCharactersMin} or more letters, digits, hyphens and underscores. Make one with 'openssl rand -hex 32'."),
    };

    // In a folder nobody takes mail; 'placelead answer-mail' hands in what somebody would have answered.
    private static string? ReplyDomain(bool pickup) => Environment.GetEnvironmentVariable(SettingsCatalogue.ReplyDomain.Name) switch
    {
        null or "" => pickup ? SettingsCatalogue.ReplyDomain.OnALaptop : null,
        var domain when !HostSettings.IsReplyDomain(domain) => throw new Refusal(
            $"{SettingsCatalogue.ReplyDomain.Name} is not a domain, such as replies.example.org."),
        _ when !pickup && ReplyKey() is null => throw new Refusal(
            $"{SettingsCatalogue.ReplyDomain.Name} is set and {SettingsCatalogue.ReplyKey.Name} is not: polls would ask for answers by mail that nobody takes."),
        var domain => domain,
    };

    private static MailChannel Channel(MailProvider provider, DataFolder folder)
    {
        var reading = new SettingsReading(Environment.GetEnvironmentVariable) { DataFolderForMail = folder.Mail };
        return provider.Read(reading, chosen: true) ?? throw new Refusal(reading.Problems);
    }

    private static string Door(Workspace workspace, PagesOptions options) => string.Join(", or ", new[]
    {
        options.Provider is { } provider ? $"signing in at {provider.Authority.Host}" : null,
        options.ManagerKey is null ? null : GivenManagerKey() is null ? $"key in {workspace.Folder.ManagerKeyFile}" : $"key in the variable {SettingsCatalogue.ManagerKey.Name}",
    }.OfType<string>());

    private static void Greet(Output output, Workspace workspace, MovableClock clock, DateTimeZone zone, Uri address, bool pickup, bool local, string door)
    {
        output.Line($"PlaceLeadership is running at {address}");
        if (pickup)
        {
            output.Line(local ? $"Messages go to the local inbox:  {new Uri(address, "inbox")}"
                : $"Messages go to the folder:       {workspace.Folder.Mail}, with no page that shows them, because others reach this address");
        }

        output.Line($"Manage cohorts at:               {new Uri(address, "manage")}, {door}");
        output.Line($"Data and keys are in:            {workspace.Folder.Path}");
        output.Line($"The clock shows:                 {clock.Now().InZone(zone):ddd uuuu-MM-dd HH:mm} London time"
            + (clock.Speed == 1 ? "" : $", {clock.Speed:0.##} times as fast as real time"));
        if (workspace.OwnsStorage)
        {
            output.Line("Storage is an emulator on this computer: good for trying out, never for real people's data.");
        }

        output.Line("Ctrl-C stops it.");
    }
}
