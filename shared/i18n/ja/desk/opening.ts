import type * as en from '../../en/all.ts';

export const opening: typeof en.opening = {
  title: '購入の案件を作成',
  importTitle: '契約の取り込み',
  lead: '購入の内容は AWS から取得しました。お客様の情報を入力してください。案件は承諾済みの状態から始まります。',
  importLead:
    'Offerdesk の導入前、または Offerdesk を通さずに成立した、自社製品の有効な契約を取り込みます。契約の内容は AWS から取得します。',
  agreementId: '契約 ID',
  agreementIdHint: 'AWS Marketplace 管理ポータルに表示される ID です（例：agmt-1a2b3c4d5e6f7g8h9i0j）',
  ask: 'AWS に照会する',
  import: '契約を取り込む',
  open: 'この購入の案件を作成する',
  openText: '独立した購入の場合に選択します。契約の内容を AWS から取得し、お客様の情報を入力します。',

  known: 'AWS の情報',
  product: '製品',
  account: 'AWS アカウント',
  accepted: '承諾日時',
  term: '契約期間',
  openEnd: start => `${start} から（終了日なし）`,
  period: ({ start, end }) => `${start} ～ ${end}`,
  total: '合計',
  items: '購入内容',
  payments: '支払い',
  offer: 'オファー',
  origin: 'オファーを作成した案件',
  agreement: '契約',

  customer: 'お客様',
  company: '会社名',
  name: 'ご担当者名',
  email: 'ご担当者のメールアドレス',
  language: 'メールの言語',
  timeZone: 'タイムゾーン',
  organization: '自社製品の組織',
  organizationHint:
    'わかる場合は、組織の ID または名称を入力してください。購入を連携する際の検索に使います。',
  owner: '担当者',
  mails: 'ご担当者へのメール',
  remind: 'アカウント設定のリマインドを送る',
  remindHint: 'すでにアカウントを利用中の場合は、選択を外してください。',
  prefilled: {
    origin: company => `オファーを作成した ${company} 様の案件の情報を入力しました。`,
    account: company => `この AWS アカウントの直近の案件（${company} 様）の情報を入力しました。`,
    arrival: 'AWS から設定ページを開いた方の情報を入力しました。',
  },
  submit: '案件を作成する',
  message: agreementId => `お問い合わせを経ずに AWS Marketplace で購入されました（${agreementId}）。`,

  matching: '照合中です',
  look: 'もう一度表示する',
  matchingText: seconds =>
    `AWS から通知が届いて 1 分以内のため、該当する案件に自動で反映される可能性があります。${seconds} 秒後にもう一度表示してください。`,
  matchingList: count =>
    `この 1 分以内に AWS から届いた ${count} 件を、案件と照合しています。該当する案件がなければ、この一覧に表示されます。`,

  taken: 'この契約には案件があります',
  takenText: '別の案件の契約か、ちょうど反映されているところです。その案件で続けてください。',
  toDeal: '案件を開く',
  notOpened: '案件を作成できませんでした',
  problems: {
    agreementId: '契約 ID を入力してください。「agmt-」で始まります。',
    unknownAgreement:
      'AWS でこの契約を確認できないか、自社のアカウントからは参照できません。ID をご確認ください。',
    otherProduct: product =>
      product
        ? `AWS によると購入されたのは ${product} で、ここで販売している製品ではありません。`
        : '購入された製品を AWS から確認できないため、案件を作成できません。',
    notActive: status => `AWS によると、この契約は有効ではありません（${status}）。`,
    taken: dealId => `この契約は案件 ${dealId} のものか、ちょうどその案件に反映されているところです。`,
    owner: '一覧から担当者を選択してください。',
    company: '会社名を入力してください。',
    name: 'ご担当者名を入力してください。',
    email: '有効なメールアドレスを入力してください。',
  },
};
