import type * as en from '../../../en/desk/settings/products.ts';

export const products: typeof en.products = {
  title: '製品',
  lead: '販売する製品と、割引率の基準になる定価です。案件には、条件を提案した日の定価が記録されます。',
  fromEnvironment:
    'この一覧は設定 MARKETPLACE_PRODUCTS の内容です。ここで製品を保存すると、以後はこの画面の内容が優先されます。',
  product: '製品',
  dimensions: 'ディメンションと定価',
  change: '変更',
  add: '販売する',
  askAws: 'AWS Marketplace と照合',
  atAws: 'AWS Marketplace の登録内容',
  atAwsLead: '販売者アカウントの SaaS 製品です（現在の AWS の一覧）。',
  noneAtAws: 'このアカウントには、AWS Marketplace の SaaS 製品がありません',
  noneAtAwsText: 'AWS Marketplace Management Portal で製品を作成してから、もう一度ご確認ください。',
  visibility: '公開範囲',
  visibilities: { Draft: '下書き', Limited: '限定公開', Public: '公開', Restricted: '公開制限中' },
  state: 'Offerdesk',
  soldHere: '販売中',
  notSoldHere: '未登録',
  notAtAws: title => `「${title}」はここで販売していますが、このアカウントの AWS の一覧にはありません。`,
  awsTrouble: {
    denied: 'AWS から製品を読み取る権限がありません',
    unavailable: 'AWS から応答がありませんでした',
    unknown: 'この ID の製品は AWS にありません',
  },
  awsCure: {
    denied: action =>
      `api と worker が使用するロールの IAM ポリシーで ${action} を許可してから、もう一度お試しください。`,
    unavailable: action =>
      `${action} を実行しました。しばらくしてからお試しください。現在の設定はそのまま有効です。`,
    unknown: action =>
      `${action} を実行しました。ID と、Offerdesk がこの製品の販売者アカウントを使用していることをご確認ください。`,
  },
  lookAgain: '再読み込み',
  back: '製品の一覧',
  editLead: 'AWS のディメンションと現在の設定を並べて表示しています。保存するまで反映されません。',
  about: '製品',
  name: '製品名',
  nameHint: '担当者とお客様に表示されます。',
  awsCalls: title => `AWS での名称：${title}`,
  offerUrl: 'お客様がこの製品のオファーを確認する URL',
  offerUrlHint: 'ほかの製品と異なる場合のみ入力してください。{offerId} はオファー ID に置き換えられます。',
  priceLead:
    '割引前の、契約期間全体での 1 ユニットの価格です。案件の通貨に定価がない場合は割引率が不明となり、承認が必要になります。',
  sell: 'このディメンションを販売する',
  label: 'ディメンションの名称',
  isNew: 'AWS で追加',
  isGone: 'AWS から削除済み',
  isGoneText:
    'このディメンションを含むオファーは AWS に拒否されます。選択しない場合は、保存時に削除されます。',
  nothingSoldAhead:
    'この製品には、プライベートオファーに必要な契約型のディメンションが AWS に登録されていません。',
  byUse: names => `従量課金のため、この条件では販売しません：${names}`,
  save: 'この定価で保存',
  remove: '販売を終了',
  removeText: '以後は提案できなくなります。進行中の案件がある場合は、終了してから行ってください。',
  saved: '保存しました。以後に提案する条件から適用されます',
  removed: 'この製品の販売を終了しました',
  meanwhile: 'ほかのメンバーがこの製品を変更しました',
  meanwhileText:
    '保存していません。変更内容は下のとおりです。入力した内容はフォームに残っています。もう一度保存すると、入力した内容に置き換わります。',
  problems: {
    required: '入力してください。',
    tooLong: limit => `${limit} 文字以内で入力してください。`,
    noDimension: '販売するディメンションを 1 つ以上選択してください。',
    sameDimension: '同じディメンションは 1 回だけ指定してください。',
    notAbove0: '定価は 0 より大きい金額で入力してください。定価がない場合は空欄にしてください。',
    tooMuch: '整数部は 9 桁以内で入力してください。',
    otherCurrency: '別の通貨の記号です。その通貨の欄に入力してください。',
    offerUrlTemplate: 'https://host/path?offerId={offerId} の形式で入力してください。',
    codeTaken: 'この製品コードは、販売中の別の製品で使用されています。',
    lastProduct: '販売する製品が 1 つは必要です。先に別の製品を追加してください。',
    inDeals: 'この製品の案件が進行中です。案件が終了してから販売を終了してください。',
    tooMany: '製品が 100 件あります。販売していない製品を削除してください。',
  },
};
