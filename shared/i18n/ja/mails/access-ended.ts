import type * as en from '../../en/mails/access-ended.ts';

const again =
  '引き続きご利用を希望される場合は、このメールにご返信ください。新しいオファーをご用意いたします。';

export const accessEnded: typeof en.accessEnded = {
  buyer: {
    subject: {
      cancelled: product => `${product} のご契約の解約について`,
      expired: product => `${product} のご契約期間が終了しました`,
      terminated: product => `${product} のご契約が終了しました`,
      ended: product => `${product} のご契約が終了しました`,
      licenseTaken: product => `${product} がご利用いただけなくなりました`,
    },
    title: {
      cancelled: 'ご契約が解約されました',
      expired: 'ご契約期間が終了しました',
      terminated: 'ご契約が終了しました',
      ended: 'ご契約が終了しました',
      licenseTaken: 'ご利用いただけなくなりました',
    },
    intro: {
      cancelled: product =>
        `AWS Marketplace での ${product} のご契約が解約されました。ご利用いただき、誠にありがとうございました。`,
      expired: product =>
        `AWS Marketplace での ${product} のご契約期間が終了しました。ご利用いただき、誠にありがとうございました。`,
      terminated: product => `AWS Marketplace での ${product} のご契約が、期間の途中で終了しました。`,
      ended: product => `AWS Marketplace での ${product} のご契約が終了しました。`,
      licenseTaken: product => `AWS Marketplace で ${product} のライセンスが取り消されました。`,
    },
    effect: organization =>
      `組織「${organization}」とこのご契約の連携は解除され、このご契約によるご利用は終了しております。同じ組織にほかのご契約がある場合、そちらは引き続きご利用いただけます。`,
    alsoTold: user => `アカウントを設定された ${user} 様にも、同じ内容をお知らせしております。`,
    next: {
      cancelled: again,
      expired: again,
      terminated: again,
      ended: again,
      licenseTaken: 'お心当たりのない場合は、このメールにご返信ください。弊社にて原因をお調べいたします。',
    },
  },
  owner: {
    subject: {
      cancelled: ({ company, product }) => `解約：${company}（${product}）`,
      expired: ({ company, product }) => `契約満了：${company}（${product}）`,
      terminated: ({ company, product }) => `契約の途中終了：${company}（${product}）`,
      ended: ({ company, product }) => `契約終了：${company}（${product}）`,
      licenseTaken: ({ company, product }) => `ライセンス取り消し：${company}（${product}）`,
    },
    title: {
      cancelled: '契約が解約されました',
      expired: '契約期間が満了しました',
      terminated: '契約が途中で終了しました',
      ended: '契約が終了しました',
      licenseTaken: 'AWS がライセンスを取り消しました',
    },
    intro: {
      cancelled: company => `${company} 様の契約が、AWS Marketplace で解約されました。`,
      expired: company => `${company} 様の契約期間が満了しました。`,
      terminated: company => `${company} 様の契約が、期間の途中で終了しました。`,
      ended: company => `${company} 様の契約が終了しました。`,
      licenseTaken: company => `${company} 様のライセンスが、AWS によって取り消されました。`,
    },
    effect:
      'この案件は終了しました。利用を開始していた場合は、アカウントと製品の利用停止も自動で行われます。',
    ask: '契約は続いていますが、お客様は製品を利用できません。理由を AWS またはお客様に確認してください。',
  },
};
