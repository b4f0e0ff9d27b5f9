using NodaTime;

namespace PlaceLeadership.Core.Calendar;

/// <summary>Easter of the western churches, by the Gregorian computus (the anonymous algorithm printed in Nature, 1876).</summary>
internal static class Easter
{
    public static LocalDate SundayIn(int year)
    {
        var golden = year % 19;
        var (century, yearOfCentury) = Math.DivRem(year, 100);
        var moonCorrection = (century - ((century + 8) / 25) + 1) / 3;
        var epact = ((19 * golden) + century - (century / 4) - moonCorrection + 15) % 30;
        var weekday = (32 + (2 * (century % 4)) + (2 * (yearOfCentury / 4)) - epact - (yearOfCentury % 4)) % 7;
        var exception = (golden + (11 * epact) + (22 * weekday)) / 451;
        var (month, day) = Math.DivRem(epact + weekday - (7 * exception) + 114, 31);
        return new LocalDate(year, month, day + 1);
    }
}
