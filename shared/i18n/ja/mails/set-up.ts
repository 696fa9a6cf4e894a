import type * as en from '../../en/mails/set-up.ts';

export const setUpReminder: typeof en.setUpReminder = {
  absent: {
    subject: product => `【あと一歩です】${product} のアカウント設定のお願い`,
    title: 'あと一つ、お手続きが残っています',
    intro: ({ product, day }) =>
      `${day}に ${product} のオファーをご承諾いただき、誠にありがとうございます。ご契約がまだアカウントと連携されていないため、契約期間が始まっていてもご利用いただけない状態です。`,
  },
  left: {
    subject: product => `${product} のアカウント設定が完了していません`,
    title: 'アカウント設定が途中です',
    intro: ({ product, day }) =>
      `${product} のアカウント設定が途中のままになっており、${day}のご契約がまだ組織に連携されていません。ご利用いただくには、設定を完了していただく必要があります。ご入力いただいた内容は保存されています。`,
  },
  preheader: '5 分ほどで完了します。',
  manage: 'サブスクリプションの管理を開く',
  resume: '設定を続ける',
  stepsTitle: { absent: 'お手続きの方法', left: 'ページが開かない場合は、AWS からお進みください' },
  steps: ({ account, product }) => [
    `AWS アカウント ${account} で AWS コンソールにサインインします。`,
    'AWS Marketplace を開き、「サブスクリプションの管理（Manage subscriptions）」を選びます。',
    `${product} を選びます。`,
    '「製品を設定（Set up product）」を押します。画面によっては「アカウントを設定（Set up your account）」と表示されます。弊社のページに移動しますので、新規登録またはログインしてください。',
  ],
  forward: 'ほかの方が設定される場合は、このメールをご転送ください。',
};

export const handOver: typeof en.handOver = {
  subject: ({ product, company }) => `${product} のアカウント設定のお願い（${company} 様）`,
  title: 'アカウント設定をお願いいたします',
  preheader: 'AWS の請求と連携する組織をお選びください。',
  opening: vendor => `${vendor} です。AWS Marketplace でのご契約の件で、ご連絡いたしました。`,
  intro: ({ product, company }) =>
    `${company} 様は、AWS Marketplace で ${product} をご契約されました。請求先の組織を決める権限をお持ちの方として、社内の方からアカウント設定の引き継ぎのご依頼がありました。`,
  stepsTitle: 'お手続きの方法',
  steps: email => [
    `下のボタンを押し、${email} でログインするか、このメールアドレスで新規登録します。`,
    'AWS の請求と連携する組織を選ぶか、新しく作成します。',
    '変更される内容を確認し、「このアカウントで利用を開始する」を押します。',
  ],
  button: '設定を続ける',
  notYou: 'お心当たりのない場合は、このメールを破棄していただくか、弊社までお知らせください。',
};

export const confirmation: typeof en.confirmation = {
  subject: product => `${product} のご利用準備が整いました（AWS Marketplace 請求）`,
  title: 'ご利用の準備が整いました',
  preheader: organization => `${organization} を AWS Marketplace のご契約に連携しました。`,
  intro: {
    user: ({ organization, product }) =>
      `組織「${organization}」を AWS Marketplace のご契約に連携しました。${product} をご利用いただけます。`,
    signer: ({ organization, user }) =>
      `${user} 様によるアカウント設定が完了し、ご承諾いただいた AWS Marketplace のご契約に、組織「${organization}」を連携しました。これ以上のお手続きは必要ありません。`,
    moved: ({ organization, product }) =>
      `弊社サポートにて、組織「${organization}」を AWS Marketplace のご契約に連携しました。${product} をご利用いただけます。お客様のお手続きは必要ありません。`,
  },
  stepsTitle: 'はじめに',
  steps: product => [
    `${product} を開き、ログインします。`,
    '請求ページで、AWS Marketplace 経由の請求になっていることを確認します。',
    '組織にメンバーを招待します。',
  ],
  button: product => `${product} を開く`,
  billing: '請求ページを開く',
  invoices: product =>
    `AWS の請求書は暦月ごとに発行されます。そのため、${product} の利用明細とは日付が異なる場合があります。`,
  keep: 'このメールは大切に保管してください。契約 ID をお知らせいただくと、ご契約をすぐに確認できます。',
};

export const activatedNotice: typeof en.activatedNotice = {
  subject: ({ company, product }) => `利用開始：${company}（${product}）`,
  title: '利用が開始されました',
  preheader: organization => `${organization} を AWS の請求に連携しました。`,
  intro: ({ company, organization }) =>
    `${company} 様のアカウント設定が完了し、組織「${organization}」を AWS の請求に連携しました。お客様には確認メールを送信済みです。`,
  moved: ({ company, organization }) =>
    `サポートが ${company} 様の契約を組織「${organization}」に連携し、AWS の請求の対象となりました。お客様には確認メールを送信済みです。`,
};
