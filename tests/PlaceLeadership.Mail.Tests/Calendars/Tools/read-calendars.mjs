// Prints what each calendar file that is named says, as ical.js understands it. The only zone it knows beforehand is UTC, so
// every other one comes from the file.
import { readFileSync } from 'node:fs';
import ICAL from 'ical.js';

const moment = time => ({
  local: time.toString(),
  zone: time.zone.tzid,
  utc: time.convertToZone(ICAL.Timezone.utcTimezone).toString(),
});

const person = property => property && { uri: property.getFirstValue(), name: property.getParameter('cn') ?? '' };

const read = path => {
  const calendar = new ICAL.Component(ICAL.parse(readFileSync(path, 'utf8')));
  const [meeting, ...others] = calendar.getAllSubcomponents('vevent');
  if (others.length > 0) {
    throw new Error('There is more than one event.');
  }

  const event = new ICAL.Event(meeting);
  return {
    method: calendar.getFirstPropertyValue('method'),
    product: calendar.getFirstPropertyValue('prodid'),
    uid: event.uid,
    sequence: event.sequence,
    status: meeting.getFirstPropertyValue('status'),
    summary: event.summary,
    stamp: meeting.getFirstPropertyValue('dtstamp').toString(),
    start: moment(event.startDate),
    end: moment(event.endDate),
    organizer: person(meeting.getFirstProperty('organizer')),
    attendees: meeting.getAllProperties('attendee').map(person),
  };
};

console.log(JSON.stringify(process.argv.slice(2).map(read)));
