import type * as en from '../../en/conversation/mails.ts';

export const messageToBuyer: typeof en.messageToBuyer = {
  subject: ({ product, vendor }) =>
    `${product ? `${product} ` : 'お問い合わせ'}について（${vendor} からのご連絡）`,
  title: '担当者からのご連絡です',
  intro: name => `${name} からのメッセージです。`,
  button: '専用ページで返信する',
  reply: 'このメールにそのままご返信いただくこともできます。',
};

export const messageFromBuyer: typeof en.messageFromBuyer = {
  subject: company => `${company} 様からのメッセージ`,
  title: 'お客様からメッセージが届きました',
  intro: ({ name, company }) => `${company} の ${name} 様からのメッセージです。`,
  withoutAttachments: count =>
    `添付ファイルが ${count} 件ありましたが、保存していません。必要な場合は別の方法でお受け取りください。`,
  answer: '案件を開いて返信する',
  hint: 'このメールに返信してもお客様には届きません。案件の画面から返信してください。',
};

export const attachmentsNotKept: typeof en.attachmentsNotKept = {
  subject: ({ product, vendor }) =>
    `添付ファイルを受け取れませんでした：${product ?? 'お問い合わせ'}（${vendor}）`,
  title: '添付ファイルを受け取れませんでした',
  intro: 'メールをお送りいただき、ありがとうございます。本文は確かに受け取りました。',
  missing: count =>
    `添付ファイル（${count} 件）は受け取れておらず、担当者も見ることができません。この窓口でお受けできるのは、メールの本文のみです。`,
  instead:
    'お手数ですが、必要な内容を本文に書いてご返信いただくか、ファイルを開けるリンクをご返信ください。いずれも難しい場合は、ファイルを送りたい旨をご返信ください。お送りいただく方法をご案内いたします。',
  page: '当方で受け取った内容は、お客様専用ページでご確認いただけます。',
  once: 'このメールは自動でお送りしています。添付ファイル付きのメールを続けてお送りいただいた場合も、お知らせは 1 日 1 通までです。',
};

export const emptyMail: typeof en.emptyMail = {
  subject: vendor => `【${vendor}】お送りいただいたメールに本文がありませんでした`,
  title: 'メールの本文がありませんでした',
  preheader: 'ご用件を本文に書いてご返信ください。',
  intro:
    'メールをお送りいただき、ありがとうございます。メールは届きましたが、読み取れる本文がありませんでした。',
  instead: 'お手数ですが、ご用件を本文に書いてご返信ください。',
  once: 'このメールは自動でお送りしています。同様のメールを続けてお送りいただいた場合も、お知らせは 1 日 1 通までです。',
};
