import type * as en from '../../en/mails/buyer-answer.ts';

export const buyerRequest: typeof en.buyerRequest = {
  subject: {
    change: company => `${company} 様から変更のご希望`,
    moreTime: company => `${company} 様から期限延長のご希望`,
    message: company => `${company} 様からのメッセージ`,
  },
  title: {
    change: '条件変更のご希望がありました',
    moreTime: '期限延長のご希望がありました',
    message: 'お客様からメッセージが届きました',
  },
  intro: {
    change:
      '公開済みのオファーは変更できません。新しい条件を提示してください。新しいオファーが現在のオファーに代わります。',
    moreTime: '期限を延長するか、延長できない場合はその理由をお客様にお伝えください。',
    message: '案件の画面から返信してください。お客様にはメールと専用ページで届きます。',
  },
  message: 'お客様のメッセージ',
  overdue: {
    subject: {
      change: company => `未対応：${company} 様の変更のご希望`,
      moreTime: company => `未対応：${company} 様の期限延長のご希望`,
      message: company => `未返信：${company} 様からのメッセージ`,
    },
    title: 'お客様がお返事をお待ちです',
    written: ({ company, moment }) =>
      `${company} 様から ${moment}にメッセージをいただきましたが、まだ返信していません。`,
    intro: ({ company, moment }) =>
      `${company} 様から ${moment}にご希望をいただきましたが、オファーはまだ変更されていません。`,
  },
  lead: {
    subject: {
      change: company => `【要フォロー】${company} 様の変更のご希望が未対応です`,
      moreTime: company => `【要フォロー】${company} 様の期限延長のご希望が未対応です`,
      message: company => `【要フォロー】${company} 様のメッセージに未返信です`,
    },
    title: 'お客様のご希望が未対応のままです',
    written: ({ company, moment }) =>
      `${company} 様から ${moment}にメッセージをいただいています。営業担当にはリマインド済みですが、まだ返信していません。`,
    intro: ({ company, moment }) =>
      `${company} 様から ${moment}にご希望をいただいています。営業担当にはリマインド済みですが、オファーはまだ変更されていません。`,
    action: {
      change:
        '担当者に状況を確認するか、代わりに新しい条件を提示してください。公開済みのオファーは変更できないため、新しいオファーに差し替えます。',
      moreTime:
        '担当者に状況を確認するか、代わりに期限を延長してください。延長できない場合は、理由をお客様にお伝えください。',
      message: '担当者に状況を確認するか、代わりに返信してください。',
    },
  },
};

export const offerDeclined: typeof en.offerDeclined = {
  subject: ({ company, product }) => `オファー辞退：${company}（${product}）`,
  title: 'お客様がオファーを辞退されました',
  preheader: 'AWS でオファーを取り下げています。',
  intro: company =>
    `${company} 様がオファーを辞退されました。AWS でオファーを取り下げており、完了すると案件は自動的に終了します。`,
  reason: '辞退の理由',
};

export const accepted: typeof en.accepted = {
  subject: ({ company, product }) => `オファー承諾：${company}（${product}）`,
  title: 'お客様がオファーを承諾されました',
  preheader: total => `${total} / 次はお客様によるアカウント設定です。`,
  intro: company => `${company} 様が AWS Marketplace でプライベートオファーを承諾されました。`,
  next: {
    absent: '次は、お客様によるアカウント設定です。設定が始まらない場合は、承諾者に自動でリマインドします。',
    arrived: 'お客様はすでに設定ページを開き、アカウントを設定中です。',
  },
  differs: '承諾された内容が、合意した条件と異なります。担当者が確認するまで、利用は開始されません。',
  difference: ({ part, agreed, accepted }) => `${part}：合意 ${agreed} / 承諾 ${accepted}`,
  parts: {
    account: 'AWS アカウント',
    currency: '通貨',
    total: '合計金額',
    units: 'ユニット数',
    term: '契約終了日',
  },
};

export const secondPurchase: typeof en.secondPurchase = {
  subject: ({ company, product }) => `2 件目の購入：${company}（${product}）`,
  title: 'オファーがもう一度承諾されました',
  preheader: account => `AWS アカウント ${account} でも購入されました。`,
  intro: ({ company, account }) =>
    `${company} 様へのプライベートオファーが、AWS アカウント ${account} でも承諾されました。AWS では別の契約となるため、同じ条件・同じご担当者で新しい案件を作成しました。`,
  next: '2 件の購入は、アカウント設定、請求、契約の終了がそれぞれ独立しています。誤って購入された可能性がある場合は、アカウントが設定される前にお客様にご確認ください。',
  first: '最初の購入の案件を開く',
};
