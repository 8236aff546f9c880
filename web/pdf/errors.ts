/// What is wrong with a file, as assets/words/errors.json names it.
export class ConversionError extends Error {
  constructor(readonly code: string, readonly detail = '') { super(code); }
}
