import type * as en from '../en/all.ts';

export const offers: typeof en.offers = {
  title: product => `${product} のプライベートオファー`,
  titleWithoutProduct: 'お問い合わせの状況',
  forCompany: company => `${company} 様`,
  reference: '受付番号',

  journey: 'ご利用開始までの流れ',
  steps: {
    offer: '条件のご相談',
    accept: 'AWS で承諾',
    setUp: 'アカウントを設定',
    use: 'ご利用開始',
  },

  status: {
    inquiry: {
      title: 'お問い合わせを受け付けました',
      text: '担当者が内容を確認し、メールでご連絡します。今の段階で必要な操作はありません。',
    },
    negotiating: {
      title: '条件をご相談しています',
      text: '気になる点がありましたら、メールでお知らせください。オファーの準備ができると、このページに表示されます。',
    },
    proposed: {
      title: 'ご提案をご確認ください',
      text: '下記の条件をご確認のうえ、合意のご回答、または条件変更のご依頼をお願いします。決裁者の方に転送することもできます。',
    },
    agreed: {
      title: '合意のご回答を承りました',
      text: 'AWS Marketplace のプライベートオファーを準備しています。ご用意できましたらメールでお知らせしますので、操作は必要ありません。',
    },
    preparing: {
      title: 'オファーを準備しています',
      text: 'AWS での作成には通常数分、長いときは 1 時間ほどかかります。準備ができましたらメールでお知らせします。',
    },
    offered: {
      title: 'オファーをご確認ください',
      text: '下記の確認事項をお読みのうえ、AWS Marketplace で内容を確認して承諾してください。',
    },
    offerExpired: {
      title: 'オファーの有効期限が切れました',
      text: '現在は AWS で承諾できません。引き続きご検討の場合は、下記から期限の延長をご依頼ください。',
    },
    takingBack: {
      title: 'オファーを取り下げています',
      text: 'ご意向を承りました。AWS からオファーを削除していますので、承諾の操作は行わないでください。',
    },
    accepted: {
      title: '承諾が完了しました。残りの手続きは 1 つです',
      text: 'ご購入がまだアカウントに連携されていません。AWS Marketplace の「サブスクリプションの管理」で製品を選び、「製品を設定（Set up product）」を押してください。',
    },
    startsLater: {
      title: '承諾が完了しました。契約は後日開始します',
      text: '製品は契約の開始日から利用できます。それまでに必要な操作はありません。アカウントを設定できるようになりましたら、メールでご案内します。',
    },
    settingUp: {
      title: 'アカウントを設定してください',
      text: 'AWS Marketplace からのお手続きを確認しました。請求先とする組織を選ぶと完了です。',
    },
    activating: {
      title: 'アカウントを有効化しています',
      text: 'AWS で購入内容を確認しています。数分かかることがあります。完了しましたらメールでお知らせしますので、操作は必要ありません。',
    },
    delayed: {
      title: '通常より時間がかかっています',
      text: '担当者が確認し、ご連絡します。ご購入内容は保持されていますので、操作は必要ありません。',
    },
    active: {
      title: '設定が完了しました',
      text: 'お客様の組織のご利用料金は、AWS Marketplace 経由で請求されます。',
    },
    accessEnded: {
      title: 'AWS でのご利用が終了しています',
      text: 'AWS Marketplace でライセンスの提供が終了したため、現在は製品をご利用いただけません。担当者が理由を確認しています。お心当たりがない場合は、お問い合わせください。',
    },
    paymentFailed: {
      title: 'AWS でお支払いを処理できませんでした',
      text: 'AWS で契約が取り消されたため、料金は請求されません。AWS アカウントのお支払い方法と、オファーの地域・通貨でのお支払いに対応しているかをご確認のうえ、ご連絡ください。同じ条件で新しいオファーをお送りします。',
    },
    ended: {
      title: 'この契約は終了しました',
      text: '引き続きご利用になる場合は、新しくお問い合わせください。',
    },
    declined: {
      title: 'このオファーは辞退されました',
      text: 'このオファーは承諾できなくなりました。あらためてご検討の際は、新しくお問い合わせください。',
    },
    withdrawn: {
      title: 'このオファーは取り下げられました',
      text: 'このオファーは承諾できません。お心当たりがない場合は、お問い合わせください。',
    },
    expired: {
      title: 'このオファーは終了しました',
      text: '期限までに承諾されなかったため終了しました。引き続きご検討の場合は、新しくお問い合わせいただければ、オファーをご用意します。',
    },
    lost: {
      title: 'このお問い合わせは終了しました',
      text: 'あらためてご検討の際は、新しくお問い合わせください。',
    },
  },
  startsOn: '契約の開始',
  reviewOffer: 'オファーを確認する（Review Offer）',
  manage: 'AWS Marketplace のサブスクリプションを開く',
  continueSetUp: '設定を続ける',
  otherBrowser:
    '別のブラウザーで続ける場合や、ほかの担当者が設定する場合は、AWS Marketplace の「サブスクリプションの管理」で製品を選び、「製品を設定（Set up product）」を押してください。',
  billing: '請求の状況を見る',
  console: '製品を開く',
  newInquiry: '新しく問い合わせる',
  writeToUs: 'メールで問い合わせる',
  opensAws: 'AWS Marketplace が新しいタブで開きます。',
  acceptBy: '承諾の期限',

  agreed: 'ご契約条件',
  fields: {
    product: '製品',
    offerId: 'オファー ID',
    agreementId: '契約 ID',
    organization: '組織',
    accounts: '承諾できる AWS アカウント',
    account: '請求先の AWS アカウント',
    duration: '契約期間',
    term: '契約期間',
    payment: 'お支払い',
    total: '合計',
    eula: '使用許諾契約',
  },
  months: count => `承諾日から ${count} か月`,
  from: (start, end) => `${start} ～ ${end}`,
  since: start => `${start}から`,
  paidAtOnce: '一括（承諾時に AWS から請求）',
  paidInParts: '分割（下記のスケジュールのとおり）',
  taxes: '料金は AWS の請求に含まれ、該当する場合は消費税などが加算されます。',
  standardEula: 'AWS Marketplace 標準契約（Standard Contract for AWS Marketplace）',
  customEula: '使用許諾契約書を開く',
  dimensions: {
    caption: 'オファーの内容',
    item: '項目',
    units: 'ユニット数',
    unitsToChoose: '指定するユニット数',
    price: '単価',
    amount: '金額',
  },
  payments: { caption: 'お支払いスケジュール', date: '請求日', amount: '金額' },

  preflight: {
    title: 'オファーを開く前の確認事項',
    left: count =>
      `確認した項目にチェックを入れてください（残り ${count} 件）。このリンクを開いた方全員に表示されます。`,
    allDone: 'すべて確認済みです。オファーを開けます。',
    policy: 'コピー用の IAM ポリシー',
    inAws: 'AWS Marketplace での操作',
    account: '正しい AWS アカウントにサインインしていますか',
    accountText: accounts =>
      `このオファーを表示できるのは、アカウント ${accounts} だけです。アカウント ID は AWS コンソールの右上で確認できます。`,
    accountsText: accounts =>
      `このオファーを表示できるのは、次のアカウントだけです：${accounts}。アカウント ID は AWS コンソールの右上で確認できます。`,
    permissions: '購入に必要な権限がありますか',
    permissionsText:
      'マネージドポリシー AWSMarketplaceManageSubscriptions、または少なくとも下記のポリシーにあるアクションが必要です。不明な場合は、このページを AWS の管理者に転送してください。',
    privateMarketplace: 'プライベートマーケットプレイスをお使いですか',
    privateMarketplaceText:
      'お使いの場合は、先に AWS の管理者が製品を許可する必要があります。管理者のアカウントでオファーが表示されないときは、そのアカウント ID をお知らせください。',
    notFound: 'AWS で 404 のページが表示されますか',
    notFoundText:
      '別のアカウントにサインインしているか、オファーの有効期限が切れています。AWS からサインアウトし、上記のアカウントでサインインし直してから、このページのボタンでもう一度開いてください。',
    units: 'ユニット数を指定してください',
    unitsText: units =>
      `AWS のページの「契約オプション（Contract options）」で、${units} を指定してください。0 のままにしないでください。`,
    after: '「サブスクライブ（Subscribe）」を押した後は',
    afterText:
      '同じページの「アカウントを設定（Set up your account）」を押してください。この操作を行うと、ご購入がアカウントに連携されます。ページを閉じてしまった場合は、「サブスクリプションの管理」で製品を選び、「製品を設定（Set up product）」を押してください。',
  },

  actions: {
    title: 'その他のお手続き',
    'write-to-us': {
      title: 'メッセージを送る',
      label: 'メッセージ',
      hint: 'このページとメールでご回答します。',
      button: 'メッセージを送信する',
    },
    'ask-for-change': {
      title: '条件の変更を依頼する',
      label: '変更をご希望の点',
      hint: '提示済みのオファーは AWS 上で変更できないため、新しいオファーをお送りします。',
      button: '依頼を送る',
    },
    'ask-for-more-time': {
      title: '期限の延長を依頼する',
      label: 'ご希望の期限と理由',
      hint: 'オファーの有効期限を延長できます。それまでオファーの内容は変わりません。',
      button: '依頼を送る',
    },
    'decline-offer': {
      title: 'オファーを辞退する',
      label: '辞退の理由',
      hint: '辞退すると、このオファーは誰も承諾できなくなります。',
      button: 'オファーを辞退する',
    },
  },
  forward: {
    title: '承諾する方や AWS の管理者に転送する',
    text: '必要な情報を記載したメールの下書きが開きます。リンクを受け取った方は、このページを表示し、貴社としてお手続きができます。',
    button: 'メールを作成する',
    subject: (product, vendor) => `【AWS での承諾のお願い】${product}（${vendor}）`,
    greeting: 'お疲れさまです。',
    what: (product, vendor) =>
      `${vendor} から AWS Marketplace で ${product} のプライベートオファーが届いています。承諾の手続きをお願いします。`,
    page: '条件と手順：',
    total: '合計：',
    until: '承諾の期限：',
    accounts: 'AWS アカウント：',
    permissions: '必要な権限：AWSMarketplaceManageSubscriptions',
    after: 'サブスクライブした後に、「アカウントを設定（Set up your account）」を押してください。',
  },

  request: {
    change: '条件の変更のご依頼を承っています',
    moreTime: '期限の延長のご依頼を承っています',
    message: 'メッセージを承っています',
    text: at => `${at} に受け付けました。メールでご回答します。`,
  },
  answer: {
    applied: {
      askForChange: 'ご依頼を受け付けました。',
      askForMoreTime: 'ご依頼を受け付けました。',
      declineOffer: '辞退を受け付けました。',
    },
    refused: 'この操作は完了できませんでした',
    pending: '受け付けました',
    pendingText: 'まもなくこのページに反映されます。',
  },
  notSent: {
    title: 'ただいま受け付けられません',
    text: '入力内容はこのまま残っています。1 分ほど待ってから、もう一度ボタンを押してください。二重に送信されることはありません。',
  },
  emptyText: '内容を入力してください。',
};
