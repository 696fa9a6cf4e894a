import type * as en from '../../en/mails/inquiry.ts';

export const inquiryReceived: typeof en.inquiryReceived = {
  subject: 'お問い合わせを受け付けました',
  title: 'お問い合わせありがとうございます',
  preheader: moment => `${moment}までにご連絡いたします。`,
  opening: vendor => `${vendor} です。このたびはお問い合わせいただき、誠にありがとうございます。`,
  intro: 'お問い合わせを受け付けました。担当者が内容を確認しております。',
  answer: moment => `${moment}までに、担当者よりご連絡いたします。`,
  page: 'お手続きの状況は、お客様専用ページでいつでもご確認いただけます。',
  nextTitle: '今後の流れ',
  next: [
    '製品・価格・お支払い時期などの条件をご相談のうえ、決定します。',
    'AWS Marketplace にお客様専用のオファー（プライベートオファー）をご用意し、リンクをメールでお送りします。',
    'お客様の AWS アカウントで承諾し、アカウントを設定していただきます。以後のお支払いは AWS からの請求となります。',
  ],
  helpTitle: '次の情報をお知らせいただくと、手続きがスムーズです',
  help: {
    account: 'お支払いに使う AWS アカウント ID（12 桁の数字）',
    signer: 'オファーを承諾される方のお名前とメールアドレス',
  },
  replyHint: 'このメールにそのままご返信ください。',
  notYou: 'お心当たりのない場合は、お手数ですがこのメールを破棄してください。',
};

export const inquiryNotice: typeof en.inquiryNotice = {
  subject: company => `新しいお問い合わせ：${company}`,
  title: '新しいお問い合わせ',
  preheader: moment => `回答期限は ${moment}です。`,
  intro: company => `${company} 様から、AWS Marketplace での購入についてお問い合わせがありました。`,
  noOwner: '担当者が決まっていません。案件を開いて担当を引き受けてください。',
  message: 'お問い合わせ内容',
  withoutAttachments: files =>
    `添付ファイルが ${files} 件ありましたが、保存していません。お客様には、受付のメールでその旨と代わりの方法をお知らせしています。`,
  answer: '案件を開いて回答する',
};

export const answerOverdue: typeof en.answerOverdue = {
  owner: {
    subject: company => `回答期限超過：${company}`,
    title: '回答期限を過ぎています',
    intro: ({ company, moment }) =>
      `${company} 様のお問い合わせにまだ回答していません。回答期限は ${moment}でした。`,
    hint: '条件を提示してください。別の手段で回答済みの場合は、案件にメモを残すとこの通知は止まります。',
  },
  lead: {
    subject: company => `【要フォロー】お問い合わせが未回答です：${company}`,
    title: 'お問い合わせが未回答のままです',
    intro: ({ company, moment }) =>
      `${company} 様のお問い合わせが未回答のままです。回答期限は ${moment}でした。営業担当には期限の時点で通知しましたが、その後も回答が記録されていません。`,
    hint: {
      owned: '担当者に状況を確認するか、代わりにお客様へ回答してください。',
      unowned: '案件を開いて担当者を設定するか、お客様へ回答してください。',
    },
  },
  preheader: moment => `回答期限は ${moment}でした。`,
};

export const negotiationIdle: typeof en.negotiationIdle = {
  subject: ({ company, days }) => `進展のない案件（${days} 日間）：${company}`,
  title: '案件に進展がありません',
  preheader: moment => `最後の操作は ${moment}です。`,
  intro: ({ company, days }) =>
    `${company} 様との案件は、お客様・担当者ともに ${days} 日間動きがありません。`,
  hint: {
    negotiating:
      'お客様に状況を確認し、条件を提示するか、経過をメモに残してください。見込みがない場合は案件を終了してください。いずれかを行うと、この通知は止まります。',
    approving: 'オファーは承認待ちです。承認者に判断を依頼するか、承認の要らない条件を提示してください。',
  },
};
