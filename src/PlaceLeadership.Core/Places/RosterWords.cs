using System.Collections.Frozen;

namespace PlaceLeadership.Core.Places;

/// <summary>What rosters call sectors, levels and languages.</summary>
internal static class RosterWords
{
    private static readonly FrozenDictionary<string, string> SectorOf = Synonyms.Meaning(
        (Sectors.Council, "council, local authority, local government, LA, borough council, city council, county council, district council, town council, parish council, community council, unitary, unitary authority, metropolitan borough council, metropolitan borough, London borough, combined authority, municipality, cyngor"),
        (Sectors.Nhs, "NHS, health, healthcare, health care, health service, NHS trust, NHS foundation trust, foundation trust, hospital, hospital trust, acute trust, mental health trust, community health, ambulance service, ambulance trust, ICB, integrated care board, health board, university health board, primary care, GP, GP practice, general practice, PCN, iechyd"),
        (Sectors.Police, "police, policing, police force, police service, constabulary, OPCC, police and crime commissioner, heddlu"),
        (Sectors.Community, "community, VCSE, VCS, VCFSE, voluntary, voluntary sector, third sector, third, charity, charities, charitable, voluntary and community, voluntary and community sector, voluntary, community group, community organisation, community sector, community interest company, CIC, social enterprise, faith, faith group, resident, residents, residents group, residents association, volunteer, volunteers, not for profit, cymuned"),
        (Sectors.Fire, "fire, fire and rescue, fire service, fire and rescue service, fire brigade, FRS, tân"),
        (Sectors.Housing, "housing, housing association, registered provider, registered social landlord, RSL, social housing, tai"),
        (Sectors.Education, "education, school, schools, college, university, further education, higher education, FE, HE, academy, academy trust, multi academy trust, addysg"),
        (Sectors.Business, "business, businesses, local business, private, private sector, company, commerce, chamber of commerce, busnes"));

    private static readonly FrozenDictionary<string, Level> LevelOf = Synonyms.Meaning(
        (Places.Level.Frontline, "1, level 1, frontline, front line, front-line staff, practitioner, individual contributor, officer, staff, volunteer, resident"),
        (Places.Level.TeamLeader, "2, level 2, team leader, team lead, team manager, supervisor, first line manager, first-line leader"),
        (Places.Level.MiddleManager, "3, level 3, middle manager, middle management, middle leader, manager, service manager"),
        (Places.Level.SeniorManager, "4, level 4, senior manager, senior management, senior leader, senior, head of service, assistant director"),
        (Places.Level.Executive, "5, level 5, executive, exec, director, executive director, chief executive, chief officer, board, board member, CEO"));

    private static readonly FrozenDictionary<string, Language> LanguageOf = Synonyms.Meaning(
        (Places.Language.English, "English, en, eng, en-GB, Saesneg"),
        (Places.Language.Welsh, "Welsh, cy, cym, wel, cy-GB, Cymraeg"),
        (Places.Language.NotKnown, "not known, unknown, not asked, both, bilingual, dwyieithog, either"));

    public static Parsed<string> Sector(string text) =>
        SectorOf.TryGetValue(Synonyms.Key(text), out var sector)
            ? sector
            : Parsed<string>.Not(
                $"“{text}” is not a sector.",
                $"Write one of {string.Join(", ", Sectors.All)}; usual names such as Local authority, NHS Trust, Constabulary or Charity work too.");

    public static Parsed<Level> Level(string text) =>
        LevelOf.TryGetValue(Synonyms.Key(text), out var level)
            ? level
            : Parsed<Level>.Not(
                $"“{text}” is not a level.",
                "Write 1 to 5, or one of Frontline, Team leader, Middle manager, Senior manager, Executive; or leave it empty.");

    public static Parsed<Language> Language(string text) =>
        LanguageOf.TryGetValue(Synonyms.Key(text), out var language)
            ? language
            : Parsed<Language>.Not(
                $"Messages cannot be written in “{text}”.",
                "Write English or Welsh (Cymraeg), or leave it empty: then the person gets both where both exist.");
}
