import { isEmail } from '../../../deal/contract/email.ts';
import { EmailText } from '../../ui/email-text.tsx';

/** The lines in which a part of terms is told; an address among them breaks as addresses do. */
export function PartLines({ lines }: { lines: readonly string[] }) {
  return (
    <>
      {lines.map(line => (
        <div key={line}>{isEmail(line) ? <EmailText email={line} /> : line}</div>
      ))}
    </>
  );
}
