/** An address that breaks, where a line is too short for it, before its `@` and its dots, and not within a word. It is copied whole. */
export function EmailText({ email }: { email: string }) {
  const parts = email.split(/(?=[@.])/);
  return (
    <>
      {parts.flatMap((part, index) =>
        index > 0 ? [<wbr key={parts.slice(0, index).join('')} />, part] : part,
      )}
    </>
  );
}
