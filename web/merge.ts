// What two tabs did to one document's marks, put together: both started from `base`, one made `theirs` of it, the other `ours`.
// A list's entries are told apart by what they are about (a finding's rule and places, a figure's place and kind); where
// both changed one entry, ours counts. Tests: tests/unit/web/merge.test.mjs.

type Entry = Record<string, unknown>;

/// Which members of an entry say what it is about; the rest is what was said of it.
const ABOUT: Record<string, readonly string[]> = { findings: ['rule', 'places'], figures: ['kind', 'start', 'end'] };

/// Each is JSON of the form "mingzhang-marks/1" (src/app/marks_text.h), or empty for no marks.
export function merged(base: string, theirs: string, ours: string): string {
  if (theirs === base || theirs === ours) return ours;
  if (ours === base) return theirs;
  const [was, other, own] = [base, theirs, ours].map(parsed) as [Entry, Entry, Entry];
  const result: Entry = {};
  for (const name of new Set([...Object.keys(other), ...Object.keys(own)])) {
    const about = ABOUT[name];
    result[name] = about ? mergedList(list(was[name]), list(other[name]), list(own[name]), about) : own[name] ?? other[name];
  }
  const empty = Object.keys(ABOUT).every(name => list(result[name]).length === 0);
  return empty ? '' : JSON.stringify(result);
}

function mergedList(was: Entry[], theirs: Entry[], ours: Entry[], about: readonly string[]): Entry[] {
  const keyed = (entries: Entry[]): Map<string, Entry> =>
    new Map(entries.map(entry => [JSON.stringify(about.map(name => entry[name])), entry]));
  const before = keyed(was), other = keyed(theirs), own = keyed(ours);
  const result: Entry[] = [];
  for (const key of new Set([...other.keys(), ...own.keys()])) {
    const same = (a: Entry | undefined): boolean => JSON.stringify(a) === JSON.stringify(before.get(key));
    // Untouched here: as the other tab has it, gone included.
    const chosen = same(own.get(key)) ? other.get(key) : own.get(key);
    if (chosen) result.push(chosen);
  }
  return result;
}

function parsed(text: string): Entry {
  try {
    const value: unknown = JSON.parse(text);
    return value !== null && typeof value === 'object' ? value as Entry : {};
  } catch {
    return {};
  }
}

function list(value: unknown): Entry[] {
  return Array.isArray(value) ? value.filter((each): each is Entry => each !== null && typeof each === 'object') : [];
}
