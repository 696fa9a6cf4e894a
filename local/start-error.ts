/** A reason why something could not be started, in words for the person at the terminal: shown without a stack trace. */
export class StartError extends Error {
  override name = 'StartError';
}
