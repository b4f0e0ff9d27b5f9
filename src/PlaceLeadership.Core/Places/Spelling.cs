using System.Collections.Frozen;
using System.Globalization;
using System.Text;

namespace PlaceLeadership.Core.Places;

/// <summary>
/// What is the same letter in another writing. A table, because without culture data the runtime neither composes letters nor
/// takes them apart.
/// </summary>
internal static class Spelling
{
    // Letters that one code point can hold, each followed by the letter it has without the mark.
    private static readonly (char Mark, string Pairs)[] Marked =
    [
        ('\u0300', "ÀAÈEÌIÒOÙUàaèeìiòoùuǛÜǜüǸNǹnḔĒḕēṐŌṑōẀWẁwẦÂầâẰĂằăỀÊềêỒÔồôỜƠờơỪƯừưỲYỳy"),
        ('\u0301', "ÁAÉEÍIÓOÚUÝYáaéeíióoúuýyĆCćcĹLĺlŃNńnŔRŕrŚSśsŹZźzǗÜǘüǴGǵgǺÅǻåǼÆǽæǾØǿøḈÇḉçḖĒḗēḮÏḯïḰKḱkḾMḿmṌÕṍõṒŌṓō"
            + "ṔPṕpṸŨṹũẂWẃwẤÂấâẮĂắăẾÊếêỐÔốôỚƠớơỨƯứư"),
        ('\u0302', "ÂAÊEÎIÔOÛUâaêeîiôoûuĈCĉcĜGĝgĤHĥhĴJĵjŜSŝsŴWŵwŶYŷyẐZẑzẬẠậạỆẸệẹỘỌộọ"),
        ('\u0303', "ÃAÑNÕOãañnõoĨIĩiŨUũuṼVṽvẪÂẫâẴĂẵăẼEẽeỄÊễêỖÔỗôỠƠỡơỮƯữưỸYỹy"),
        ('\u0304', "ĀAāaĒEēeĪIīiŌOōoŪUūuǕÜǖüǞÄǟäǠȦǡȧǢÆǣæǬǪǭǫȪÖȫöȬÕȭõȰȮȱȯȲYȳyḠGḡgḸḶḹḷṜṚṝṛ"),
        ('\u0306', "ĂAăaĔEĕeĞGğgĬIĭiŎOŏoŬUŭuḜȨḝȩẶẠặạ"),
        ('\u0307', "ĊCċcĖEėeĠGġgİIŻZżzȦAȧaȮOȯoḂBḃbḊDḋdḞFḟfḢHḣhṀMṁmṄNṅnṖPṗpṘRṙrṠSṡsṤŚṥśṦŠṧšṨṢṩṣṪTṫtẆWẇwẊXẋxẎYẏyẛſ"),
        ('\u0308', "ÄAËEÏIÖOÜUäaëeïiöoüuÿyŸYḦHḧhṎÕṏõṺŪṻūẄWẅwẌXẍxẗt"),
        ('\u0309', "ẢAảaẨÂẩâẲĂẳăẺEẻeỂÊểêỈIỉiỎOỏoỔÔổôỞƠởơỦUủuỬƯửưỶYỷy"),
        ('\u030A', "ÅAåaŮUůuẘwẙy"),
        ('\u030B', "ŐOőoŰUűu"),
        ('\u030C', "ČCčcĎDďdĚEěeĽLľlŇNňnŘRřrŠSšsŤTťtŽZžzǍAǎaǏIǐiǑOǒoǓUǔuǙÜǚüǦGǧgǨKǩkǮƷǯʒǰjȞHȟh"),
        ('\u030F', "ȀAȁaȄEȅeȈIȉiȌOȍoȐRȑrȔUȕu"),
        ('\u0311', "ȂAȃaȆEȇeȊIȋiȎOȏoȒRȓrȖUȗu"),
        ('\u031B', "ƠOơoƯUưu"),
        ('\u0323', "ḄBḅbḌDḍdḤHḥhḲKḳkḶLḷlṂMṃmṆNṇnṚRṛrṢSṣsṬTṭtṾVṿvẈWẉwẒZẓzẠAạaẸEẹeỊIịiỌOọoỢƠợơỤUụuỰƯựưỴYỵy"),
        ('\u0324', "ṲUṳu"),
        ('\u0325', "ḀAḁa"),
        ('\u0326', "ȘSșsȚTțt"),
        ('\u0327', "ÇCçcĢGģgĶKķkĻLļlŅNņnŖRŗrŞSşsŢTţtȨEȩeḐDḑdḨHḩh"),
        ('\u0328', "ĄAąaĘEęeĮIįiŲUųuǪOǫo"),
        ('\u032D', "ḒDḓdḘEḙeḼLḽlṊNṋnṰTṱtṶUṷu"),
        ('\u032E', "ḪHḫh"),
        ('\u0330', "ḚEḛeḬIḭiṴUṵu"),
        ('\u0331', "ḆBḇbḎDḏdḴKḵkḺLḻlṈNṉnṞRṟrṮTṯtẔZẕzẖh"),
    ];

    private static readonly FrozenDictionary<(char Letter, char Mark), char> Composed = Marked
        .SelectMany(line => line.Pairs.Chunk(2).Select(pair => KeyValuePair.Create((pair[1], line.Mark), pair[0])))
        .ToFrozenDictionary();

    private static readonly FrozenDictionary<char, char> Bare = Marked
        .SelectMany(line => line.Pairs.Chunk(2).Select(pair => KeyValuePair.Create(pair[0], pair[1])))
        .ToFrozenDictionary();

    private static readonly FrozenDictionary<char, string> Ligatures = new Dictionary<char, string>
    {
        ['ß'] = "ss",
        ['æ'] = "ae",
        ['œ'] = "oe",
        ['ø'] = "o",
        ['đ'] = "d",
        ['ð'] = "d",
        ['þ'] = "th",
        ['ł'] = "l",
        ['ħ'] = "h",
        ['ı'] = "i",
        ['ﬁ'] = "fi",
        ['ﬂ'] = "fl",
    }.ToFrozenDictionary();

    /// <summary>Letters with separate marks become one code point each where there is one: Unicode form C for Latin letters.</summary>
    public static string Compose(string text)
    {
        if (text.All(char.IsAscii))
        {
            return text;
        }

        var composed = new StringBuilder(text.Length);
        foreach (var letter in text)
        {
            if (composed.Length > 0 && Composed.TryGetValue((composed[^1], letter), out var one))
            {
                composed[^1] = one;
            }
            else
            {
                composed.Append(letter);
            }
        }

        return composed.ToString();
    }

    /// <summary>
    /// The text as it is compared: small letters without accents, no unseen characters and no apostrophes; every other sign but
    /// letters, digits and commas is a blank.
    /// </summary>
    public static string Fold(string text)
    {
        var folded = new StringBuilder(text.Length);
        foreach (var written in text)
        {
            var letter = written is >= '\uFF01' and <= '\uFF5E' ? (char)(written - 0xFEE0) : written;
            if (!IsUnseen(letter) && !IsApostrophe(letter))
            {
                letter = char.ToLowerInvariant(Plain(letter));
                letter = Plain(letter);
                _ = Ligatures.TryGetValue(letter, out var several)
                    ? folded.Append(several)
                    : folded.Append(char.IsLetterOrDigit(letter) || letter == ',' || char.IsSurrogate(letter) ? letter : ' ');
            }
        }

        return folded.ToString();
    }

    /// <summary>Whether nobody sees that it stands there, and nothing is lost without it.</summary>
    public static bool IsUnseen(char letter) => letter is '\u034F' || CharUnicodeInfo.GetUnicodeCategory(letter) is
        UnicodeCategory.Format or UnicodeCategory.NonSpacingMark or UnicodeCategory.EnclosingMark;

    /// <summary>Whether it is one of the signs that people type for an apostrophe.</summary>
    public static bool IsApostrophe(char letter) => letter is '\'' or '‘' or '’' or '‛' or '′' or '`' or '´' or 'ʼ' or 'ʻ' or 'ʹ' or 'ʾ' or 'ʿ' or '＇';

    private static char Plain(char letter)
    {
        while (Bare.TryGetValue(letter, out var without))
        {
            letter = without;
        }

        return letter;
    }
}
