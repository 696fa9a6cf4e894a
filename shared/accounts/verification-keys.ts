/** Keys of the mails about a verification, which are named by the id of its token, and of their reminders. */
export const verificationKeys = {
  mail: (tokenId: string) => `verify:${tokenId}`,
  reminder: (mail: string, number: number) => `${mail}:${number}`,
  tokenIdIn: (key: string) => key.slice(key.indexOf(':') + 1),
};
