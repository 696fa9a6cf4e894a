/** A mail of a person to us, without what he repeats of ours. */
export interface InboundMail {
  /** Of its sender; made from the mail itself where there is none. */
  messageId: string;
  from: { name: string; email: string };
  /** Everybody to whom it was addressed or delivered. */
  to: string[];
  /** The Message-IDs of the mails that it answers. */
  answers: string[];
  subject: string;
  /** What its sender has written himself, without quotes and signature. */
  text: string;
  attachments: number;
  /** A program has sent it, or it is not for reading: why. */
  automatic?: Automatic;
}

export type Automatic = 'autoReply' | 'list' | 'report' | 'spam';
