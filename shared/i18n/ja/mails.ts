import type * as en from '../en/all.ts';

const remaining = (days: number) => (days < 1 ? '本日まで' : `あと ${days} 日`);

const again = () =>
  '引き続きご利用を希望される場合は、このメールにご返信ください。新しいオファーをご用意いたします。';

export const mails: typeof en.mails = {
  greeting: ({ name, company }) => [company, name ? `${name} 様` : 'ご担当者 様'].filter(Boolean).join('\n'),
  staffGreeting: name => `${name} さん`,
  opening: vendor => `いつもお世話になっております。${vendor} です。`,
  staffOpening: 'お疲れさまです。',
  closing: vendor => ['今後ともよろしくお願いいたします。', vendor],
  questions: support =>
    `ご不明な点は、このメールへのご返信、または ${support} までお気軽にお問い合わせください。`,
  reference: dealId => `お問い合わせ番号: ${dealId}`,
  sentBy: vendor => `送信元: ${vendor}`,
  sentToStaff: 'この案件の担当者宛てに Offerdesk から自動送信しています。',
  linkFallback: 'ボタンが開かない場合は、次の URL をご利用ください。',
  openDeal: '案件を開く',
  moment: ({ local, utc }) => `${local}（${utc}）`,

  labels: {
    product: '製品',
    items: '内容',
    total: '合計金額',
    payments: 'お支払い',
    duration: '契約期間',
    accounts: 'AWS アカウント',
    expires: '承諾期限',
    offerId: 'オファー ID',
    eula: '利用規約',
    company: '会社名',
    contact: 'お名前',
    signer: '承諾者',
    email: 'メール',
    answerBy: '回答期限',
    requestedBy: '依頼者',
    decidedBy: '承認者',
    agreementId: '契約 ID',
    formerAgreement: '以前の契約 ID',
    billedAccount: '請求先 AWS アカウント',
    acceptedAt: '承諾日時',
    term: '契約期間',
    amount: '金額',
    organization: '組織',
    setUpBy: '設定された方',
    since: '発生日時',
    awsSays: '詳細',
    cure: '対処方法',
  },
  values: {
    item: ({ label, units, price }) => `${label}: ${units} ユニット × ${price}`,
    duration: months => `承諾日から ${months} か月`,
    paidAtOnce: '承諾時に一括',
    payment: ({ day, amount }) => `${day}: ${amount}`,
    standardEula: 'AWS Marketplace 標準契約',
    unknown: '未確認',
    openEnd: start => `${start}から`,
    period: ({ start, end }) => `${start} ～ ${end}`,
    person: ({ name, email }) => `${name}（${email}）`,
  },

  inquiryReceived: {
    subject: 'お問い合わせを受け付けました',
    title: 'お問い合わせありがとうございます',
    preheader: moment => `${moment}までにご連絡いたします。`,
    opening: vendor => `${vendor} です。このたびはお問い合わせいただき、誠にありがとうございます。`,
    intro: 'お問い合わせを受け付けました。担当者が内容を確認しております。',
    answer: moment => `${moment}までに、担当者よりご連絡いたします。`,
    nextTitle: '今後の流れ',
    next: [
      '製品・価格・お支払い時期などの条件をご相談のうえ、決定します。',
      'AWS Marketplace にお客様専用のオファー（プライベートオファー）をご用意し、リンクをメールでお送りします。',
      'お客様の AWS アカウントで承諾し、アカウントを設定していただきます。以後のお支払いは AWS からの請求となります。',
    ],
    helpTitle: '次の情報をお知らせいただくと、手続きがスムーズです',
    help: [
      'お支払いに使う AWS アカウント ID（12 桁の数字）',
      'オファーを承諾される方のお名前とメールアドレス',
    ],
    replyHint: 'このメールにそのままご返信ください。',
    notYou: 'お心当たりのない場合は、お手数ですがこのメールを破棄してください。',
  },

  inquiryNotice: {
    subject: company => `新しいお問い合わせ: ${company}`,
    title: '新しいお問い合わせ',
    preheader: moment => `回答期限は ${moment}です。`,
    intro: company => `${company} 様から、AWS Marketplace での購入についてお問い合わせがありました。`,
    noOwner: '担当者が決まっていません。案件を開いて担当を引き受けてください。',
    message: 'お問い合わせ内容',
    answer: '案件を開いて回答する',
  },

  answerOverdue: {
    subject: company => `回答期限超過: ${company}`,
    title: '回答期限を過ぎています',
    preheader: moment => `回答期限は ${moment}でした。`,
    intro: ({ company, moment }) =>
      `${company} 様のお問い合わせに回答していません。回答期限は ${moment}でした。`,
    hint: '条件を提示してください。別の手段で回答済みの場合は、案件にメモを残すとこの通知は止まります。',
  },

  approvalRequested: {
    subject: ({ company, total }) => `承認のお願い: ${company}（${total}）`,
    title: 'オファーの承認をお願いします',
    preheader: name => `${name} さんからの依頼です。`,
    intro: ({ name, company }) =>
      `${name} さんが ${company} 様へのオファーの承認を依頼しています。承認が必要な理由は次のとおりです。`,
    fourEyes: '依頼した本人は承認できません。',
    button: '内容を確認して判断する',
  },

  approvalOverdue: {
    subject: ({ company, total }) => `承認が済んでいません: ${company}（${total}）`,
    title: '承認がまだ済んでいません',
    intro: ({ name, company, moment }) =>
      `${company} 様へのオファーの承認が、${name} さんの依頼から済んでいません。依頼日時は ${moment}です。承認されるまで、オファーは作成されません。承認が必要な理由は次のとおりです。`,
    ownerHint: '承認者に直接確認するか、承認の要らない条件を提示してください。',
  },

  approvalDecided: {
    subject: {
      approved: company => `承認されました: ${company}`,
      rejected: company => `差し戻されました: ${company}`,
    },
    title: { approved: 'オファーが承認されました', rejected: 'オファーが差し戻されました' },
    intro: {
      approved: name => `${name} さんがオファーを承認しました。`,
      rejected: name => `${name} さんがオファーを差し戻しました。`,
    },
    next: {
      approved: 'AWS でオファーを作成しています。完了すると、承諾者にリンクが自動でメール送信されます。',
      rejected: '条件を見直して提示し、あらためて条件合意を記録してください。',
    },
    comment: 'コメント',
  },

  offer: {
    subject: ({ product, day }) => `${product} のオファーのご案内（承諾期限: ${day}）`,
    title: 'プライベートオファーをご用意しました',
    preheader: ({ total, accounts }) => `${total} / AWS アカウント ${accounts}`,
    intro: product =>
      `${product} のプライベートオファーを AWS Marketplace にご用意しました。内容をご確認のうえ、期限までに承諾のお手続きをお願いいたします。`,
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
        `契約オプションで、ユニット数を次のとおり設定します。${items.map(({ label, units }) => `${label}: ${units}`).join('、')}`,
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
  },

  offerExtended: {
    subject: ({ product, day }) => `${product} のオファーの期限を延長しました（${day}まで）`,
    title: '承諾期限を延長しました',
    preheader: '期限以外の内容に変更はありません。',
    intro: ({ product, moment }) =>
      `${product} のプライベートオファーの承諾期限を ${moment}まで延長しました。期限以外の内容に変更はありません。`,
  },

  offerExpiring: {
    signer: {
      subject: ({ days, product }) => `【${remaining(days)}】${product} のオファーの承諾期限が近づいています`,
      title: days => (days < 1 ? '承諾期限は本日までです' : `承諾期限まであと ${days} 日です`),
      intro: ({ product, moment }) =>
        `${product} のプライベートオファーの承諾期限は ${moment}です。期限を過ぎると AWS で承諾できなくなり、条件をあらためてご相談させていただく場合がございます。`,
      more: '期限の延長や条件の変更をご希望の場合は、お客様専用ページからお知らせください。',
    },
    contact: {
      subject: ({ days, product }) => `【${remaining(days)}】${product} のオファーがまだ承諾されていません`,
      title: days => (days < 1 ? '承諾期限は本日までです' : `承諾期限まであと ${days} 日です`),
      intro: ({ product, moment, signer }) =>
        `ご依頼いただいた ${product} のプライベートオファーの承諾期限は ${moment}です。承諾される ${signer} 様のお手続きが、まだ完了していません。`,
      ask: signer =>
        `お手数ですが、${signer} 様にお手続きの状況をご確認いただけますでしょうか。承諾される方の変更や期限の延長をご希望の場合は、お客様専用ページからお知らせください。`,
      button: 'お客様専用ページを開く',
    },
    preheader: ({ total, moment }) => `${total} / ${moment}まで`,
  },

  offerExpired: {
    subject: ({ company, product }) => `期限切れ: ${company}（${product}）`,
    title: 'オファーの期限が切れました',
    preheader: '期限を延長すると、再び有効になります。',
    intro: moment => `承諾期限（${moment}）までに、オファーが承諾されませんでした。`,
    revive: moment =>
      `${moment}までに期限を延長すると、オファーは再び有効になります。それを過ぎると、案件は期限切れとして自動的に終了します。`,
  },

  offerWithdrawn: {
    subject: {
      declined: product => `${product} のオファーの終了について`,
      withdrawn: product => `${product} のオファー取り下げのお知らせ`,
    },
    title: { declined: 'オファーを終了しました', withdrawn: 'オファーを取り下げました' },
    intro: {
      declined: product =>
        `${product} のプライベートオファーにつきまして、ご辞退を承りました。オファーは終了しております。ご検討いただき、誠にありがとうございました。`,
      withdrawn: product => `${product} のプライベートオファーを取り下げましたので、お知らせいたします。`,
    },
    effect: offerId =>
      `オファー（${offerId}）は、AWS Marketplace で承諾できなくなりました。このオファーに関する AWS からの請求は発生しません。`,
    unexpected: 'お心当たりのない場合や、新しいオファーをご希望の場合は、このメールにご返信ください。',
  },

  buyerRequest: {
    subject: {
      change: company => `${company} 様から変更のご希望`,
      moreTime: company => `${company} 様から期限延長のご希望`,
    },
    title: { change: '条件変更のご希望がありました', moreTime: '期限延長のご希望がありました' },
    intro: {
      change:
        '公開済みのオファーは変更できません。新しい条件を提示してください。新しいオファーが現在のオファーに代わります。',
      moreTime: '期限を延長するか、延長できない場合はその理由をお客様にお伝えください。',
    },
    message: 'お客様のメッセージ',
  },

  offerDeclined: {
    subject: ({ company, product }) => `ご辞退: ${company}（${product}）`,
    title: 'お客様がオファーを辞退されました',
    preheader: 'AWS でオファーを取り下げています。',
    intro: company =>
      `${company} 様がオファーを辞退されました。AWS でオファーを取り下げており、完了すると案件は自動的に終了します。`,
    reason: '辞退の理由',
  },

  accepted: {
    subject: ({ company, product }) => `承諾されました: ${company}（${product}）`,
    title: 'お客様がオファーを承諾されました',
    preheader: total => `${total} / 次はお客様によるアカウント設定です。`,
    intro: company => `${company} 様が AWS Marketplace でプライベートオファーを承諾されました。`,
    next: {
      absent:
        '次は、お客様によるアカウント設定です。AWS からお越しにならない場合は、承諾者に自動でリマインドします。',
      arrived: 'お客様はすでに AWS からお越しになり、アカウントを設定中です。',
    },
    differs: '担当者が確認するまで、利用は開始されません。',
  },

  setUpReminder: {
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
        `${product} のアカウント設定を始めていただきましたが、${day}のご契約がまだ組織に連携されていません。ご入力いただいた内容は保存されています。`,
    },
    preheader: '5 分ほどで完了します。',
    manage: 'Manage subscriptions を開く',
    resume: '設定を続ける',
    stepsTitle: { absent: 'お手続きの方法', left: 'ページが開かない場合は、AWS からお進みください' },
    steps: ({ account, product }) => [
      `AWS アカウント ${account} で AWS コンソールにサインインします。`,
      'AWS Marketplace を開き、「サブスクリプションを管理（Manage subscriptions）」を選びます。',
      `${product} を選びます。`,
      '「製品を設定（Set up product）」を押します。画面によっては「アカウントを設定（Set up your account）」と表示されます。弊社のページに移動しますので、新規登録またはログインしてください。',
    ],
    forward: 'ほかの方が設定される場合は、このメールをご転送ください。',
  },

  handOver: {
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
  },

  confirmation: {
    subject: product => `${product} のご利用準備が整いました（AWS Marketplace 請求）`,
    title: 'ご利用の準備が整いました',
    preheader: organization => `${organization} を AWS Marketplace のご契約に連携しました。`,
    intro: {
      user: ({ organization, product }) =>
        `組織「${organization}」を AWS Marketplace のご契約に連携しました。${product} をご利用いただけます。`,
      signer: ({ organization, user }) =>
        `${user} 様によるアカウント設定が完了し、ご承諾いただいた AWS Marketplace のご契約に、組織「${organization}」を連携しました。これ以上のお手続きは必要ありません。`,
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
  },

  activatedNotice: {
    subject: ({ company, product }) => `利用開始: ${company}（${product}）`,
    title: '利用が開始されました',
    preheader: organization => `${organization} を AWS の請求に連携しました。`,
    intro: ({ company, organization }) =>
      `${company} 様のアカウント設定が完了し、組織「${organization}」を AWS の請求に連携しました。お客様には確認メールを送信済みです。`,
  },

  agreementChanged: {
    user: {
      subject: {
        amended: product => `${product} のご契約内容が変更されました`,
        renewed: product => `${product} のご契約が更新されました`,
        replaced: product => `${product} のご契約が新しい契約に切り替わりました`,
      },
      title: {
        amended: 'ご契約内容が変更されました',
        renewed: 'ご契約が更新されました',
        replaced: '新しいご契約に切り替わりました',
      },
      intro: {
        amended: product =>
          `AWS Marketplace での ${product} のご契約内容が変更されましたので、お知らせいたします。`,
        renewed: product =>
          `AWS Marketplace での ${product} のご契約が更新されましたので、お知らせいたします。`,
        replaced: product =>
          `AWS Marketplace での ${product} のご契約が新しいご契約に切り替わりましたので、お知らせいたします。`,
      },
      keep: organization =>
        `組織「${organization}」は、引き続き AWS Marketplace の請求に連携されています。お手続きは必要ありません。`,
      unexpected: 'お心当たりのない場合は、このメールにご返信ください。',
    },
    owner: {
      subject: {
        amended: ({ company, product }) => `契約変更: ${company}（${product}）`,
        renewed: ({ company, product }) => `契約更新: ${company}（${product}）`,
        replaced: ({ company, product }) => `契約切り替え: ${company}（${product}）`,
      },
      title: {
        amended: '契約内容が変更されました',
        renewed: '契約が更新されました',
        replaced: '新しい契約に切り替わりました',
      },
      intro: {
        amended: company => `${company} 様の契約内容が、AWS Marketplace で変更されました。`,
        renewed: company => `${company} 様の契約が、AWS Marketplace で更新されました。`,
        replaced: company => `${company} 様の契約が、AWS Marketplace で新しい契約に切り替わりました。`,
      },
      effect:
        '契約の内容は AWS から自動で読み込み、アカウントと製品に反映します。合意した条件と異なる場合は、あらためてお知らせします。',
    },
  },

  termEnding: {
    signer: {
      ends: {
        subject: ({ product, days }) => `【${remaining(days)}】${product} のご契約がまもなく終了します`,
        title: days => (days < 1 ? 'ご契約は本日で終了します' : `ご契約の終了まであと ${days} 日です`),
        intro: ({ product, day }) =>
          `AWS Marketplace での ${product} のご契約は、${day}に終了します。自動更新されませんので、引き続きご利用いただくには新しいご契約が必要です。`,
        next: '継続をご希望の場合は、このメールにご返信ください。次のオファーをご用意いたします。',
      },
      renews: {
        subject: ({ product, days }) => `【${remaining(days)}】${product} のご契約は自動更新されます`,
        title: days => (days < 1 ? 'ご契約は本日自動更新されます' : `自動更新まであと ${days} 日です`),
        intro: ({ product, day }) =>
          `AWS Marketplace での ${product} のご契約は、${day}に自動更新されます。そのまま継続される場合、お手続きは必要ありません。`,
        next: '更新を停止される場合は、更新日の前に AWS コンソールの「サブスクリプションを管理（Manage subscriptions）」でお手続きください。条件の変更をご希望の場合は、このメールにご返信ください。',
      },
    },
    owner: {
      ends: {
        subject: ({ company, product, days }) => `契約終了（${remaining(days)}）: ${company}（${product}）`,
        title: days => (days < 1 ? '契約は本日で終了します' : `契約の終了まであと ${days} 日です`),
        intro: ({ company, day }) => `${company} 様の契約は、${day}に終了します。自動更新はされません。`,
        next: '次の契約についてお客様と相談し、期限に間に合うように新しいオファーを用意してください。',
      },
      renews: {
        subject: ({ company, product, days }) => `自動更新（${remaining(days)}）: ${company}（${product}）`,
        title: days => (days < 1 ? '契約は本日自動更新されます' : `自動更新まであと ${days} 日です`),
        intro: ({ company, day }) => `${company} 様の契約は、${day}に自動更新されます。`,
        next: '現在の条件のままでよいか、お客様に確認してください。',
      },
    },
  },

  accessEnded: {
    buyer: {
      subject: {
        cancelled: product => `${product} のご契約の解約について`,
        expired: product => `${product} のご契約期間が終了しました`,
        terminated: product => `${product} のご契約が終了しました`,
        paymentFailed: product => `【重要】${product} のお支払いが完了しませんでした`,
        ended: product => `${product} のご契約が終了しました`,
        licenseTaken: product => `${product} がご利用いただけなくなりました`,
      },
      title: {
        cancelled: 'ご契約が解約されました',
        expired: 'ご契約期間が終了しました',
        terminated: 'ご契約が終了しました',
        paymentFailed: 'お支払いが完了しませんでした',
        ended: 'ご契約が終了しました',
        licenseTaken: 'ご利用いただけなくなりました',
      },
      intro: {
        cancelled: product =>
          `AWS Marketplace での ${product} のご契約が解約されました。ご利用いただき、誠にありがとうございました。`,
        expired: product =>
          `AWS Marketplace での ${product} のご契約期間が終了しました。ご利用いただき、誠にありがとうございました。`,
        terminated: product => `AWS Marketplace での ${product} のご契約が、期間の途中で終了しました。`,
        paymentFailed: product =>
          `AWS で ${product} のお支払いが完了しなかったため、ご契約が取り消されました。`,
        ended: product => `AWS Marketplace での ${product} のご契約が終了しました。`,
        licenseTaken: product => `AWS Marketplace で ${product} のライセンスが取り消されました。`,
      },
      effect: organization =>
        `組織「${organization}」と AWS Marketplace の請求との連携は解除され、このご契約によるご利用は終了しております。`,
      next: {
        cancelled: again,
        expired: again,
        terminated: again,
        paymentFailed: account =>
          `お手数ですが、AWS アカウント ${account} のお支払い方法をご確認のうえ、このメールにご返信ください。新しいオファーをご用意いたします。`,
        ended: again,
        licenseTaken: () =>
          'お心当たりのない場合は、このメールにご返信ください。弊社にて原因をお調べいたします。',
      },
    },
    owner: {
      subject: {
        cancelled: ({ company, product }) => `解約: ${company}（${product}）`,
        expired: ({ company, product }) => `契約満了: ${company}（${product}）`,
        terminated: ({ company, product }) => `契約の途中終了: ${company}（${product}）`,
        paymentFailed: ({ company, product }) => `支払い失敗: ${company}（${product}）`,
        ended: ({ company, product }) => `契約終了: ${company}（${product}）`,
        licenseTaken: ({ company, product }) => `ライセンス取り消し: ${company}（${product}）`,
      },
      title: {
        cancelled: '契約が解約されました',
        expired: '契約期間が満了しました',
        terminated: '契約が途中で終了しました',
        paymentFailed: 'お客様の支払いが完了しませんでした',
        ended: '契約が終了しました',
        licenseTaken: 'AWS がライセンスを取り消しました',
      },
      intro: {
        cancelled: company => `${company} 様の契約が、AWS Marketplace で解約されました。`,
        expired: company => `${company} 様の契約期間が満了しました。`,
        terminated: company => `${company} 様の契約が、期間の途中で終了しました。`,
        paymentFailed: company =>
          `AWS で ${company} 様の支払いが完了しなかったため、契約が取り消されました。`,
        ended: company => `${company} 様の契約が終了しました。`,
        licenseTaken: company => `${company} 様のライセンスが、AWS によって取り消されました。`,
      },
      effect:
        'この案件は終了しました。利用を開始していた場合は、アカウントと製品の利用停止も自動で行われます。',
      ask: '契約は続いていますが、お客様は製品を利用できません。理由を AWS またはお客様に確認してください。',
    },
  },

  stuckNotice: {
    subject: ({ company, reason }) => `要対応: ${company}（${reason}）`,
    title: '案件が停止しています',
    preheader: reason => reason,
    intro: company => `${company} 様の案件は、担当者の対応がないと先に進めません。`,
    cures: {
      retryStep: '原因を解消してから、案件の画面で「再試行する」を押してください。',
      proposeTerms: '案件の画面で、修正した条件を提示してください。オファーは自動で作成されます。',
      assignOwner: '案件の画面で、担当者を設定してください。',
      linkOrganization: '設定ページで別の組織を選んでいただくよう、お客様にご案内ください。',
    },
    still: days => ({
      subject: ({ company, reason }) => `停止中（${days} 日）: ${company}（${reason}）`,
      title: '案件が停止したままです',
      intro: company =>
        `${company} 様の案件が停止してから ${days} 日が過ぎました。担当者の対応がないと先に進めません。`,
    }),
  },

  emailVerification: {
    subject: vendor => `【${vendor}】メールアドレスの確認をお願いいたします`,
    title: 'メールアドレスをご確認ください',
    preheader: moment => `リンクの有効期限は ${moment}です。`,
    opening: vendor => `${vendor} にご登録いただき、ありがとうございます。`,
    intro: '次のボタンを押すと、メールアドレスの確認が完了し、お手続きの続きに進めます。',
    button: 'メールアドレスを確認する',
    validity: moment =>
      `リンクの有効期限は ${moment}です。期限が過ぎた場合は、ログイン画面から確認メールを再送できます。`,
    notYou:
      'お心当たりのない場合は、このメールを破棄してください。この確認がないかぎり、アカウントは利用できません。',
  },

  accountExists: {
    subject: vendor => `【${vendor}】すでにアカウントをお持ちです`,
    title: 'すでにアカウントをお持ちです',
    preheader: '新規登録ではなく、ログインしてください。',
    opening: vendor => `${vendor} をご利用いただき、ありがとうございます。`,
    intro:
      'このメールアドレスで新規登録の操作がありましたが、すでにアカウントが登録されています。お客様ご自身の操作でしたら、ログインしてお進みください。',
    button: 'ログインする',
    notYou: 'お心当たりのない場合も、お手続きは不要です。アカウントに変更はありません。',
  },
};
