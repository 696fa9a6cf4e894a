import type * as en from '../../en/mails/links.ts';

export const linkMoved: typeof en.linkMoved = {
  reason: '理由',
  buyer: {
    subject: {
      moved: product => `${product}：ご契約を連携する組織を変更いたします`,
      linked: product => `${product}：ご契約を組織に連携いたします`,
    },
    title: {
      moved: 'ご契約を連携する組織を変更いたします',
      linked: 'ご契約を組織に連携いたします',
    },
    intro: {
      moved: ({ product, organization, from }) =>
        `弊社サポートにて、AWS Marketplace での ${product} のご契約の連携先を、組織「${from}」から組織「${organization}」に変更しております。`,
      linked: ({ product, organization }) =>
        `弊社サポートにて、AWS Marketplace での ${product} のご契約を、組織「${organization}」に連携しております。`,
    },
    from: from => `変更後、組織「${from}」では、このご契約によるご利用はできなくなります。`,
    to: organization =>
      `組織「${organization}」では、通常は数分でご利用いただけるようになります。準備が整いましたら、完了のお知らせをお送りします。`,
    same: 'ご契約の内容、金額、お支払いに使われる AWS アカウントに変更はありません。ほかのご契約への影響もありません。',
    unexpected: 'お心当たりのない場合は、お早めにこのメールへご返信ください。',
  },
  owner: {
    subject: {
      moved: ({ company, product }) => `連携先の変更：${company}（${product}）`,
      linked: ({ company, product }) => `サポートによる連携：${company}（${product}）`,
    },
    title: { moved: 'サポートが連携先を変更しました', linked: 'サポートが契約を組織に連携しました' },
    intro: {
      moved: ({ company, from, organization }) =>
        `${company} 様の契約の連携先を、組織「${from}」から組織「${organization}」に変更しています。関係者にはメールでお知らせ済みです。`,
      linked: ({ company, organization }) =>
        `${company} 様の契約を、組織「${organization}」に連携しています。関係者にはメールでお知らせ済みです。`,
    },
  },
};

export const linkEnded: typeof en.linkEnded = {
  buyer: {
    subject: product => `${product}：ご契約と組織の連携を解除しました`,
    title: 'ご契約と組織の連携を解除しました',
    intro: ({ product, organization }) =>
      `弊社サポートにて、AWS Marketplace での ${product} のご契約と組織「${organization}」の連携を解除しました。この組織では、このご契約によるご利用はできなくなります。`,
    billed: account =>
      `ご契約そのものは継続しており、引き続き AWS から AWS アカウント ${account} に請求されます。ほかのご契約への影響はありません。`,
    next: '再びご利用になる場合は、ご契約を連携する組織をお選びください。この件について、リマインドのメールはお送りしません。',
    button: '組織を選択する',
    throughAws:
      '再びご利用になる場合は、AWS コンソールの「サブスクリプションの管理（Manage subscriptions）」で製品を選び、「製品を設定（Set up product）」を押してください。',
  },
  owner: {
    subject: ({ company, product }) => `連携の解除：${company}（${product}）`,
    title: 'サポートが組織の連携を解除しました',
    intro: ({ company, organization }) =>
      `${company} 様の契約と組織「${organization}」の連携を解除し、関係者にはメールでお知らせ済みです。AWS での契約は継続しています。あらためて連携するよう促すメールは送られません。`,
  },
};
