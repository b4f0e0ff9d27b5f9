using PlaceLeadership.Core.Programmes;
using static PlaceLeadership.Core.Programmes.TwoLanguages;

namespace PlaceLeadership.Core.Together;

/// <summary>Who sees what is said about a pair or a set, the same words in mails and on pages.</summary>
public static class PhaseTexts
{
    private static readonly LocalText Proposal = Text(
        "What you choose is passed on to nobody. The line about you goes to the people you are brought together with.",
        "Nid yw'r hyn a ddewiswch yn cael ei drosglwyddo i neb. Mae'r llinell amdanoch yn mynd at y bobl y dewch ynghyd â nhw.");

    private static readonly LocalText Choice = Text(
        "What you choose is passed on to nobody, neither your partner nor your employer.",
        "Nid yw'r hyn a ddewiswch yn cael ei drosglwyddo i neb, nac i'ch partner nac i'ch cyflogwr.");

    private static readonly LocalText Poll = Text(
        "Nobody is shown who can come when; only the time that is chosen.",
        "Ni ddangosir i neb pwy sy'n gallu dod pryd; dim ond yr amser a ddewisir.");

    private static readonly LocalText Record = Text(
        "Whoever facilitates your set sees who was there and whether somebody has an open action. What you write is for you alone.",
        "Mae pwy bynnag sy'n hwyluso eich set yn gweld pwy oedd yno ac a oes gan rywun gam agored. I chi yn unig y mae'r hyn a ysgrifennwch.");

    /// <summary>Who sees the answer to a step about a pair or a set.</summary>
    public static LocalText WhoSees(Step step) => step.Phase switch
    {
        Phase.Proposal => Proposal,
        Phase.Poll => Poll,
        Phase.Record or Phase.Actions => Record,
        _ => Choice,
    };
}
