import Testing

@testable import StemmaKit

@Suite struct PublicationDateTests {
  @Test(arguments: [
    ("2024-09-19", "2024-09-19"), ("20240919", "2024-09-19"), (" 2024-09-19\n", "2024-09-19"),
    ("2024-09-19T08:30", "2024-09-19T08:30:00Z"), ("2024-09-19 08:30", "2024-09-19T08:30:00Z"),
    ("2024-09-19t08:30:05", "2024-09-19T08:30:05Z"),
    ("2024-09-19 08:30:05.2", "2024-09-19T08:30:05Z"),
    ("2024-09-19T08:30:05,250Z", "2024-09-19T08:30:05Z"),
    ("2024-09-19T08:30Z", "2024-09-19T08:30:00Z"),
    ("2024-09-19T08:30:00 +02:00", "2024-09-19T06:30:00Z"),
    ("2024-09-19T08:30+0530", "2024-09-19T03:00:00Z"),
    ("2024-09-19T08:30-05", "2024-09-19T13:30:00Z"),
    ("2024-09-19T01:00+02:00", "2024-09-18T23:00:00Z"),
    ("2023-12-31T23:30-01:00", "2024-01-01T00:30:00Z"),
    ("1969-12-31T23:00-02:00", "1970-01-01T01:00:00Z"),
    ("1970-01-01T00:30+01:00", "1969-12-31T23:30:00Z"),
    ("26-FEB-1987 15:01:01.79", "1987-02-26T15:01:01Z"), ("6-Feb-1987", "1987-02-06"),
    ("2016-12-31T23:59:60Z", "2016-12-31T23:59:59Z"),
    // Midnight without a zone is a day; with one it is a moment.
    ("2024-09-19T00:00:00", "2024-09-19"), ("2024-09-19 00:00", "2024-09-19"),
    ("2024-09-19T00:00:00Z", "2024-09-19T00:00:00Z"),
    // The year first, with other marks between
    ("2024-9-19", "2024-09-19"), ("2024/09/19", "2024-09-19"), ("2024.9.1", "2024-09-01"),
    ("19.09.2024", "2024-09-19"), ("1.9.2024", "2024-09-01"), ("1.10.2024", "2024-10-01"),
    ("19.09.2024 08:30 UTC", "2024-09-19T08:30:00Z"),
    ("2024/9/19 8:30", "2024-09-19T08:30:00Z"), ("2024年9月19日", "2024-09-19"),
    ("2018-07-16 12:34", "2018-07-16T12:34:00Z"), ("2024-09-19T8:30", "2024-09-19T08:30:00Z"),
    ("2024-09-19 08:30 UTC", "2024-09-19T08:30:00Z"),
    ("2024-09-19 08:30:05.123456789 +0200", "2024-09-19T06:30:05Z"),
    ("2024-09-19T08:30:05.123456789123456789123456789Z", "2024-09-19T08:30:05Z"),
    ("20240919T083005Z", "2024-09-19T08:30:05Z"), ("20240919T0830", "2024-09-19T08:30:00Z"),
    ("20240919T000000", "2024-09-19"), ("20240919083005", "2024-09-19T08:30:05Z"),
    // RFC 2822, and what else names the month
    ("Thu, 19 Sep 2024 08:30:05 +0200", "2024-09-19T06:30:05Z"),
    ("19 Sep 2024 08:30 GMT", "2024-09-19T08:30:00Z"),
    ("Thu, 19 Sep 2024 08:30:05 EDT", "2024-09-19T12:30:05Z"),
    ("Thu, 19 Sep 2024 08:30:05 -0000 (UTC)", "2024-09-19T08:30:05Z"),
    ("Thu Sep 19 08:30:05 2024", "2024-09-19T08:30:05Z"),
    ("Thu Sep  9 08:30:05 +0200 2024", "2024-09-09T06:30:05Z"),
    ("Thu Sep 19 2024 08:30:05 GMT+0200 (Central European Summer Time)", "2024-09-19T06:30:05Z"),
    ("26 FEB 1987", "1987-02-26"), ("19. September 2024", "2024-09-19"),
    ("September 19, 2024", "2024-09-19"), ("Sept. 19, 2024, 8:30 p.m.", "2024-09-19T20:30:00Z"),
    ("Thursday, May 2, 2024 at 12:05 AM", "2024-05-02T00:05:00Z"),
    ("may 2 2024 12:05PM", "2024-05-02T12:05:00Z"),
    // Seconds and milliseconds
    ("1726732800", "2024-09-19T08:00:00Z"), ("1726732800.25", "2024-09-19T08:00:00Z"),
    ("1726732800999", "2024-09-19T08:00:00Z"), ("541350061", "1987-02-26T15:01:01Z"),
    ("541350061790", "1987-02-26T15:01:01Z"), ("201813161234", "1976-05-24T19:12:41Z"),
    ("1726704000", "2024-09-19"), ("1726704000000", "2024-09-19"),
    // Leap years
    ("2024-02-29", "2024-02-29"), ("2000-02-29", "2000-02-29"), ("1999-12-31", "1999-12-31"),
  ])
  func `Forms that archives use are read`(text: String, expected: String) {
    #expect(PublicationDate(text)?.description == expected)
  }

  @Test(arguments: [
    "", " ", "yesterday", "2024", "2024-09", "24-09-19", "2024-13-01", "2024-00-10",
    "2024-04-31", "2024-09-00", "2023-02-29", "1900-02-29", "2100-02-29", "0999-01-01",
    "19.09.24", "09.19.2024", "1.2.3.2024", "09/19/2024", "03/04/2018", "01.12.14", "2024/09-19",
    "2024.09/19", "202409-19",
    "2024-0919", "2024-09-19T",
    "2024-09-19T24:00", "2024-09-19T08:60", "2024-09-19T08:30:61",
    "2024-09-19T08:30+15:00", "2024-09-19T08:30+02:60", "2024-09-19T08:30 CET", "2024-09-19 or so",
    "2024-09-19 2024-09-20", "26-FEV-1987", "31-APR-1987",
    "2024-09-19Z", "２０２４-09-19", "17267328", "201807161234", "175012312359", "17267328001",
    "-1726732800", "1726732800.5.1",
    "1.7267328e9", "20240919.0", "20240919246000", "16 Jul 18", "18 July", "May 2024", "May 2, 24",
    "Mon, 16 Jul 18 12:34:56 GMT", "19-Sep 2024", "Sonntag, 19 Sep 2024", "Thu Sep 19 08:30:05",
    "2024-09-19 13:30 PM", "2024-09-19 0:30 AM", "2024-09-19 08:30 CST",
    "Thu Sep 19 08:30:05 CST 2024", "2024-09-19 08:30 GMT (", "Thu, 19 Sep 2024 08:30:05 EST+1",
    "2024年9月19", "2024-09-19T08:30:05.\(String(repeating: "1", count: 80))Z",
  ])
  func `Anything else is refused, not guessed at`(text: String) {
    #expect(PublicationDate(text) == nil)
  }

  @Test func `Days count from 1970, through every leap year`() {
    func isLeap(_ year: Int) -> Bool { year % 4 == 0 && year % 100 != 0 || year % 400 == 0 }
    var day = PublicationDate.days(year: 1000, month: 1, day: 1)
    for year in 1000...2500 {
      for month in 1...12 {
        let length = [31, isLeap(year) ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31][month - 1]
        for dayOfMonth in [1, 2, 27, 28, length] {
          let number = PublicationDate.days(year: year, month: month, day: dayOfMonth)
          let isRight =
            number == day + dayOfMonth - 1
            && PublicationDate.civil(number) == (year, month, dayOfMonth)
          if !isRight { Issue.record("\(year)-\(month)-\(dayOfMonth) is day \(number)") }
        }
        day += length
      }
    }
    #expect(PublicationDate.days(year: 1970, month: 1, day: 1) == 0)
    #expect(PublicationDate.days(year: 2000, month: 3, day: 1) == 11_017)
  }

  @Test(arguments: 0..<40 as Range<UInt64>)
  func `A description is read back as the same date`(seed: UInt64) {
    var random = RandomText(seed: seed)
    let day = random.number(-300_000...2_000_000)
    for second in [nil, 0, 86_399, random.number(0...86_399)] {
      let date = PublicationDate(day: day, second: second)
      #expect(PublicationDate(date.description) == date, "seed \(seed): \(date)")
    }
  }

  @Test(arguments: [
    ("2024-09-19", "2024-09-20", 86_400), ("2024-09-20", "2024-09-19", -86_400),
    ("2024-09-19T08:00Z", "2024-09-19T09:30Z", 5_400),
    ("2024-09-19T08:00+02:00", "2024-09-19T08:00Z", 7_200),
    ("2024-09-19", "2024-09-21T01:00Z", 176_400), ("2024-02-28", "2024-03-01", 2 * 86_400),
  ])
  func `A date leads a later one by the seconds between`(first: String, second: String, lead: Int)
    throws
  {
    let a = try #require(PublicationDate(first))
    let b = try #require(PublicationDate(second))
    #expect(a.lead(over: b) == lead)
    #expect(b.lead(over: a) == -lead)
  }

  @Test(arguments: [
    ("2024-09-19", "2024-09-19"), ("2024-09-19", "2024-09-19T23:59Z"),
    ("2024-09-19", "2024-09-20T02:00Z"), ("2024-09-20", "2024-09-19T22:00Z"),
    ("2024-09-19T00:00Z", "2024-09-19"), ("2024-09-19T08:00Z", "2024-09-19T10:00+02:00"),
  ])
  func `A day and a moment of it cannot be told apart`(first: String, second: String) throws {
    let a = try #require(PublicationDate(first))
    let b = try #require(PublicationDate(second))
    #expect(a.lead(over: b) == nil)
    #expect(b.lead(over: a) == nil)
  }
}
