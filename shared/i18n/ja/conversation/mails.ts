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
