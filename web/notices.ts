// What the program tells the page beside what it draws: names with a value, by notify_page() of src/platform/window.h. Each name
// stands here once, with what its value is.

export interface Notices {
  /// Where the visitor is now: src/app/place.h.
  place(place: string): void;
  /// The file that was just handed over could be read: key, entity, year, kind and counts, as named values.
  opened(label: string): void;
  /// A document was closed, or made room for another; its key.
  closed(key: string): void;
  /// A kept document is to be opened again; its key.
  bring(key: string): void;
  /// A document is to be kept no longer; its key, or nothing for all.
  forget(key: string): void;
  /// What the visitor did to a document: its key, a line break, the marks as JSON.
  marks(value: string): void;
  /// A link to a place of this page, for the clipboard.
  link(place: string): void;
  /// What is being read is to be stopped.
  cancel(): void;
  /// A link is wanted: LinkWish of handing.ts as JSON.
  link_wanted(wish: string): void;
  /// This HTML page is to be printed.
  print(html: string): void;
  /// The licences in full are wanted.
  licences(): void;
  /// A picture is to be saved as PNG: its name, a line break, its SVG text.
  png(value: string): void;
  /// Language, theme and keys as the visitor chose them, as named values (settings.ts).
  settings(line: string): void;
}

export function notice(to: Notices, name: string, value: string): void {
  if (Object.hasOwn(to, name)) to[name as keyof Notices](value);
}
