// Language, theme and whether single keys do something, as the visitor chose them, kept for the next visit. They must be there before the first frame, which
// IndexedDB is not; without a store the system's own hold.
const NAME = 'mingzhang';
const KNOWN = ['language', 'theme', 'keys'];

export class Settings {
  read(): [string, string][] {
    try {
      return [...new URLSearchParams(localStorage.getItem(NAME) ?? '')].filter(([name]) => KNOWN.includes(name));
    } catch {
      return [];
    }
  }

  save(line: string): void {
    try {
      if (line) localStorage.setItem(NAME, line);
      else localStorage.removeItem(NAME);
    } catch { /* denied or full: they hold for this visit */ }
  }
}
