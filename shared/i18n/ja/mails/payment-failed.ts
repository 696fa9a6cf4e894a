import type * as en from '../../en/mails/payment-failed.ts';

export const paymentFailed: typeof en.paymentFailed = {
  buyer: {
    subject: product => `【重要】${product} のお支払いが完了しませんでした`,
    title: 'お支払いが完了しませんでした',
    intro: {
      signer: ({ product }) =>
        `AWS で ${product} のお支払いが完了しなかったため、ご承諾いただいたご契約は取り消されました。`,
      other: ({ product, signer }) =>
        `AWS で ${product} のお支払いが完了しなかったため、${signer} 様にご承諾いただいたご契約は取り消されました。`,
    },
    effect: product =>
      `現在、${product} はご利用いただけません。また、取り消されたオファーを再度承諾することはできません。`,
    causesTitle: 'AWS でご確認いただきたいこと',
    causes: {
      method: account =>
        `お支払い方法：AWS アカウント ${account} に有効なデフォルトのお支払い方法が登録されているか、利用限度額が不足していないかをご確認ください。AWS コンソールの「請求とコスト管理」の「支払い設定（Payment preferences）」で確認できます。`,
      region:
        '国・地域：お支払い方法がアカウントの国・地域で利用できるか、請求先住所が正しく登録されているかをご確認ください。',
      currency: currency =>
        `通貨：お支払い方法が ${currency} でのお支払いに対応しているかをご確認ください。カードや銀行振込には、特定の通貨でしか利用できないものがあります。`,
    },
    next: '問題が解消しましたら、このメールにご返信ください。新しいオファーをお送りいたします。',
  },
  owner: {
    subject: ({ company, product }) => `支払い失敗：${company}（${product}）`,
    title: 'お客様の支払いが完了しませんでした',
    intro: company => `AWS で ${company} 様の支払いが完了しなかったため、契約が取り消されました。`,
    effect:
      'お客様には、支払い方法・国や地域・通貨の確認をメールでお願いしています。利用を開始していた場合は、アカウントと製品の利用停止も自動で行われます。',
    next: 'お客様の問題の解消を手助けしたうえで、新しいオファーを作成してください。',
  },
};
