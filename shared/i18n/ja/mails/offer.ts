import type * as en from '../../en/mails/offer.ts';

export const offer: typeof en.offer = {
  subject: ({ product, day }) => `${product} のオファーのご案内（承諾期限：${day}）`,
  title: 'プライベートオファーをご用意しました',
  preheader: ({ total, accounts }) => `${total} / AWS アカウント ${accounts}`,
  intro: product =>
    `${product} のプライベートオファーを AWS Marketplace にご用意しました。内容をご確認のうえ、期限までに承諾のお手続きをお願いいたします。`,
  asked: contact =>
    `このオファーは ${contact} 様よりご依頼いただいたものです。承諾される方として、このメールをお送りしております。`,
  replaces: offerId =>
    `このオファーは、先にお送りしたオファー（${offerId}）に代わるものです。お手続きは必ずこちらからお願いいたします。`,
  button: 'オファーを確認する（Review Offer）',
  page: '条件の変更や期限延長のご希望、ほかの方への転送、ご辞退は、お客様専用ページから承ります。',
  pageLink: 'お客様専用ページを開く',
  stepsTitle: '承諾のお手続き',
  signIn: accounts =>
    `AWS アカウント ${accounts} で AWS コンソールにサインインしてから、上の「オファーを確認する（Review Offer）」を押します。`,
  units: {
    one: units => `契約オプションで、ユニット数を ${units} に設定します。`,
    each: items =>
      `契約オプションで、ユニット数を次のとおり設定します。${items.map(({ label, units }) => `${label}：${units}`).join('、')}`,
  },
  subscribe: '条件を確認し、「サブスクライブ（Subscribe）」を押します。',
  setUp: product =>
    `続けて「アカウントを設定（Set up your account）」を押します。この操作でご契約と ${product} が連携されますので、必ず最後までお進みください。`,
  permissionsTitle: '必要な権限',
  permissions: policy =>
    `お使いの AWS ユーザーまたはロールに、AWS 管理ポリシー ${policy}、または少なくとも次のアクションの許可が必要です。`,
  administrator:
    '権限をお持ちでない場合は、このメールを社内の AWS 管理者の方にご転送ください。Private Marketplace をご利用の場合は、先に管理者の方による製品の許可が必要です。',
  notFoundTitle: '「404（ページが見つかりません）」と表示される場合',
  notFound: accounts =>
    `オファーがなくなったわけではありません。サインインしていないか、別のアカウントでサインインしていると 404 が表示されます。このオファーを表示できるのは AWS アカウント ${accounts} だけです。`,
  switchAccount:
    'いったん AWS からサインアウトし、このアカウントでサインインし直してから、もう一度リンクを開いてください。IAM Identity Center をお使いの場合は、先に AWS アクセスポータルでアカウントを選択してください。',
};

export const offerForContact: typeof en.offerForContact = {
  subject: ({ product, day }) => `ご依頼の ${product} のオファーをご用意しました（承諾期限：${day}）`,
  title: 'ご依頼のプライベートオファーをご用意しました',
  intro: ({ product, signer }) =>
    `ご依頼いただいた ${product} のプライベートオファーを AWS Marketplace にご用意しました。承諾のお手続きに必要な情報は、承諾される ${signer} 様にメールでお送りしております。`,
  page: signer =>
    `お客様専用ページは ${signer} 様と共通です。内容のご確認のほか、条件の変更や期限延長のご希望、ほかの方への転送、ご辞退を承ります。`,
  extended: ({ product, signer, moment }) =>
    `ご依頼いただいた ${product} のプライベートオファーの承諾期限を ${moment}まで延長しました。承諾のお手続きは ${signer} 様にお願いしております。期限以外の内容に変更はありません。`,
};

export const offerUnread: typeof en.offerUnread = {
  subject: company => `オファー未開封：${company}`,
  title: 'オファーがまだ開封されていないようです',
  preheader: moment => `送信日時は ${moment}です。`,
  intro: ({ company, signer, email, moment }) =>
    `${company} 様へのオファーを ${moment}に ${signer} 様（${email}）へ送信しましたが、お客様専用ページがまだ開かれていません。`,
  hint: ({ signer, contact }) =>
    `迷惑メールに振り分けられている場合もあります。${signer} 様${contact ? `、または ${contact} 様` : ''}に電話などでご確認ください。宛先が誤っている場合は、案件の画面で「連絡先を変更する」を押し、オファーを再送してください。`,
};

export const offerExtended: typeof en.offerExtended = {
  subject: ({ product, day }) => `${product} のオファーの期限を延長しました（${day}まで）`,
  title: '承諾期限を延長しました',
  preheader: '期限以外の内容に変更はありません。',
  intro: ({ product, moment }) =>
    `${product} のプライベートオファーの承諾期限を ${moment}まで延長しました。期限以外の内容に変更はありません。`,
};
