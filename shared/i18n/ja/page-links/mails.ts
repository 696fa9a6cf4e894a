import type * as en from '../../en/page-links/mails.ts';

export const newLink: typeof en.newLink = {
  subject: ({ product = 'お問い合わせ', vendor }) => `新しいリンクのご案内：${product}（${vendor}）`,
  title: '新しいリンクのご案内',
  preheader: '以前のリンクに代えてご利用ください。',
  intro: company =>
    `${company} 様のお客様専用ページを開くための、新しいリンクをお送りします。このリンクはお一人ずつ異なります。以前のリンクに代えてご利用ください。`,
  button: 'お客様専用ページを開く',
  keep: 'リンクを受け取った方は、このページの閲覧と、貴社としての回答ができます。転送は、お手続きに関わる方に限ってお願いします。',
  notYou:
    'お心当たりのない場合も、ご対応は不要です。このリンクは、このメールアドレスにのみお送りしています。',
};
