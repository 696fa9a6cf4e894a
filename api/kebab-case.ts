/** `markNegotiationDone` → `mark-negotiation-done`, as addresses have it. */
export const kebabCase = (name: string): string =>
  name.replace(/[A-Z]/g, letter => `-${letter.toLowerCase()}`);
