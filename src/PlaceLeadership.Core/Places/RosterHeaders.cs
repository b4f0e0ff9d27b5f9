using System.Collections.Frozen;

namespace PlaceLeadership.Core.Places;

/// <summary>Which field a header names, whatever its case, spaces and punctuation.</summary>
public static class RosterHeaders
{
    private static readonly FrozenDictionary<string, RosterField> Fields = Synonyms.Meaning(
        (RosterField.Name, "name, full name, participant, participant name, person, display name, name of participant, enw"),
        (RosterField.FirstName, "first name, forename, given name, first, known as, preferred name"),
        (RosterField.LastName, "last name, surname, family name, last"),
        (RosterField.Email, "e-mail, e-mail address, work e-mail, work e-mail address, contact e-mail, mail, e-bost"),
        (RosterField.Organisation, "organisation, organization, organisation name, organization name, org, employer, company, sefydliad"),
        (RosterField.Sector, "sector, sector type, organisation type, organization type, type of organisation"),
        (RosterField.Role, "role, job title, job, position, post, role title, job role"),
        (RosterField.Level, "level, seniority, leadership level, role level, level of role, level of leadership"),
        (RosterField.LineManager, "line manager, manager, reports to, line manager e-mail, line manager name, manager e-mail, manager name, line manager's e-mail, line manager's name"),
        (RosterField.Language, "language, preferred language, language preference, language of messages, iaith"),
        (RosterField.WorkingPattern, "working pattern, work pattern, pattern, working days, work days, days worked, working time, working hours, working days and hours"),
        (RosterField.PreferredHour, "preferred hour, preferred time, hour, best time, best hour, message time, message hour, time of day, preferred time of day"),
        (RosterField.StrengthsOffered, "strengths offered, strengths, strength, strengths to offer, offers, can offer, skills offered"),
        (RosterField.GrowthSought, "growth sought, growth, growth areas, wants to grow in, development areas, development goals, learning goals"),
        (RosterField.AccessNeeds, "access needs, access, accessibility, access requirements, accessibility needs, accessibility requirements, adjustments, reasonable adjustments"));

    private static readonly string[] ManagerWords =
    [
        "manager", "mgr", "mngr", "managed", "linemgmt", "linemanagement", "lineman", "linelead", "supervis", "reportsto", "reportto", "reportingto",
        "reportingline", "answersto", "accountableto", "boss", "superior", "overseen", "overseer", "appraiser", "rheolwr",
    ];

    public static RosterField? FieldOf(string header) =>
        Fields.TryGetValue(Synonyms.Key(header), out var field) ? field : null;

    /// <summary>Whether a header that is not known may mean the line manager.</summary>
    public static bool LooksLikeManager(string header) => Synonyms.Key(Spelling.Fold(header)) is var key
        && ManagerWords.Any(word => key.Contains(word, StringComparison.Ordinal));

    /// <summary>The header that the template uses and messages name.</summary>
    public static string NameOf(RosterField field) => field switch
    {
        RosterField.Name => "Name",
        RosterField.FirstName => "First name",
        RosterField.LastName => "Last name",
        RosterField.Email => "E-mail",
        RosterField.Organisation => "Organisation",
        RosterField.Sector => "Sector",
        RosterField.Role => "Role",
        RosterField.Level => "Level",
        RosterField.LineManager => "Line manager",
        RosterField.Language => "Language",
        RosterField.WorkingPattern => "Working pattern",
        RosterField.PreferredHour => "Preferred hour",
        RosterField.StrengthsOffered => "Strengths offered",
        RosterField.GrowthSought => "Growth sought",
        _ => "Access needs",
    };
}
