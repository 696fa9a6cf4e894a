import type * as en from '../../en/mails/stuck.ts';

export const stuckNotice: typeof en.stuckNotice = {
  subject: ({ company, reason }) => `要対応: ${company}（${reason}）`,
  title: '案件に対応が必要です',
  preheader: reason => reason,
  intro: company => `${company} 様の案件は、担当者の対応がないと先に進めません。`,
  cures: {
    retryStep: '原因を解消してから、案件の画面で「再試行する」を押してください。',
    proposeTerms: '案件の画面で、修正した条件を提示してください。オファーは自動で作成されます。',
    linkOrganization:
      '設定ページで別の組織を選んでいただくようお客様にご案内いただくか、案件の画面の「連携先を変更する」でサポートが組織を連携してください。もう一方の契約の連携先を変更するか、連携を解除しても解消できます。',
    changeContact:
      '電話などで正しいアドレスを確認し、案件の画面で「連絡先を変更する」を押してください。届かなかったメールは、新しいアドレスへすぐに送信されます。アドレスに誤りがない場合は、受信できる状態に戻ってから「再試行する」を押してください。',
    callBuyer:
      'お客様に電話などで連絡し、アカウント設定をご案内ください。その後、案件の画面で「再試行する」を押してください。1 週間たっても設定されない場合は、再度お知らせします。',
    tellEngineers: 'Offerdesk の運用担当者に連絡してください。入力された内容は失われません。',
  },
  handOverCure:
    'お客様に正しいアドレスを確認し、案件の画面でアカウント設定をあらためて引き継いでください。引き継ぎ先の方にメールをお送りします。アドレスに誤りがない場合は、受信できる状態に戻ってから「再試行する」を押してください。',
  still: days => ({
    subject: ({ company, reason }) => `要対応（${days} 日経過）: ${company}（${reason}）`,
    title: '案件への対応がまだ済んでいません',
    intro: company =>
      `${company} 様の案件は、${days} 日前から対応待ちです。担当者の対応がないと先に進めません。`,
  }),

  absent: {
    reason: '承諾済みですが、アカウントが未設定です',
    about: days =>
      `ご契約は${days < 1 ? '本日' : ` ${days} 日前に`}成立しましたが、アカウントが設定されていないため、お客様は製品をご利用になれません。メールでのご案内には反応がないため、直接のご連絡をお願いします。`,
    neverCame: '設定ページはまだ開かれていません。',
    cameAt: moment => `${moment}に AWS から設定ページが開かれましたが、組織はまだ選択されていません。`,
    help: {
      neverCame: ({ account, product }) =>
        `AWS アカウント ${account} で AWS コンソールにサインインし、AWS Marketplace の「サブスクリプションの管理（Manage subscriptions）」で ${product} を選んで、「製品を設定（Set up product）」を押していただきます。`,
      leftHalfWay:
        '設定ページを開き、ログインまたは新規登録のうえ、AWS の請求と連携する組織を選んでいただきます。決める権限のない方は、設定ページから社内の方に引き継げます。',
    },
    zone: timeZone => `タイムゾーン: ${timeZone}`,
  },
  unaccepted: {
    reason: 'AWS で契約を確認できていません',
    about: moment =>
      `${moment}に AWS の「アカウントを設定（Set up your account）」が押されましたが、このオファーの契約を AWS で確認できていません。利用は開始されず、オファーの期限のリマインドも配信されません。`,
    cure: 'AWS Marketplace 管理ポータルで、オファーが承諾済みかどうかを確認してください。未承諾の場合は、お客様に承諾をご依頼いただくか、案件を終了してください。案件の画面で「再試行する」を押すと、この通知は 1 週間届きません。',
  },
  license: {
    reason: 'AWS からライセンスが届いていません',
    about: ({ organization, moment }) =>
      `組織「${organization}」は ${moment}に選択されましたが、契約のライセンスが AWS から届くまで利用を開始できません。通常は数分で届きます。`,
    cure: 'AWS Marketplace 管理ポータルで契約の状態を確認し、ライセンスについて AWS にお問い合わせください。ライセンスが届くと、案件は自動的に先へ進みます。案件の画面で「再試行する」を押すと、この通知は届かなくなります。',
  },
};
