import type * as en from '../../../en/desk/cure/board.ts';

const rest = ({ refused, pending }: { refused: number; pending: number }) => [
  ...(refused > 0
    ? [`${refused} 件は受け付けられませんでした（すでに解消・終了した案件、または権限がない案件）`]
    : []),
  ...(pending > 0 ? [`${pending} 件は受け付け済みで、まもなく反映されます`] : []),
];

export const board: typeof en.board = {
  title: '要対応の案件',
  short: '要対応',
  counted: count => `要対応の案件 ${count} 件`,
  lead: '人の対応がないと先へ進めない案件を、原因ごとに表示しています。',
  order: '並び順',
  orders: { oldest: '長く止まっている順', newest: '新しい順' },
  allReasons: 'すべての原因',
  count: count => `${count} 件`,
  moreThan: count => `${count} 件以上`,
  all: (count, isWhole) => (isWhole ? `${count} 件すべてを表示` : `すべて表示（${count} 件以上）`),
  step: '止まっている処理',
  since: '発生',
  failures: '失敗回数',
  cure: '対処',
  ownCures: {
    agreementDiffers:
      'どちらが正しいか、お客様にご確認ください。承諾された内容で提供するかどうかは、両方の内容を比較できる案件の画面で判断します。',
    agreementMissing:
      'AWS Marketplace 管理ポータルで、オファーが承諾済みかどうかを確認してください。未承諾の場合は、お客様に承諾をご依頼いただくか、案件を終了してください。',
  },
  steps: {
    startChangeSet: 'AWS へのオファー変更の送信',
    followChangeSet: 'AWS でのオファー変更',
    openSecondDeal: '別の購入の案件の作成',
    readAgreement: '承諾された内容の AWS からの取得',
    readEntitlements: '利用権の AWS からの取得',
    linkOrganization: '組織の連携',
    unlinkOrganization: '組織の連携の解除',
    tellProduct: '製品への通知',
    sendMails: 'メールの送信',
    offer: 'オファー',
    agreement: 'AWS での契約',
    acceptance: '承諾',
    setUp: 'お客様のアカウント設定',
    license: 'AWS のライセンス',
    engine: '案件全体',
  },
  again: {
    startChangeSet: 'AWS に再送する',
    followChangeSet: 'AWS に再送する',
    openSecondDeal: '案件を作成し直す',
    readAgreement: 'AWS に再確認する',
    readEntitlements: 'AWS に再確認する',
    linkOrganization: '連携し直す',
    unlinkOrganization: '解除し直す',
    tellProduct: '製品に再通知する',
    sendMails: '再送する',
    offer: '再試行する',
    agreement: 'もう 1 週間待つ',
    acceptance: '再試行する',
    setUp: 'リマインドを再開',
    license: 'AWS に再確認する',
    engine: '再試行する',
  },
  see: {
    retryStep: '案件を見る',
    proposeTerms: '条件を修正する',
    linkOrganization: '組織を選択する',
    changeContact: 'アドレスを訂正する',
    callBuyer: '連絡先を見る',
    checkAccess: '許可されない操作を見る',
    offerAgain: 'オファーし直す',
    askAws: '案件を見る',
    tellEngineers: '案件を見る',
  },
  compare: '内容を比較する',
  retryTicked: '選択した案件を再試行',
  retryAll: count => `表示中の ${count} 件を再試行`,
  solveText:
    '選択した各案件は、止まっていた処理が済んだものとして先へ進みます。結果を AWS だけが把握している処理は受け付けられず、そのまま残ります。',
  solveTicked: '選択した案件を解決済みにする',
  nothingTicked: '案件を 1 件以上選択してください。',
  done: {
    retry: outcome =>
      [
        `${outcome.applied} 件を再試行しました。再び止まった場合は、この画面に表示されます`,
        ...rest(outcome),
      ].join('。'),
    solve: outcome => [`${outcome.applied} 件を解決済みにしました`, ...rest(outcome)].join('。'),
  },
  nothing: '止まっている案件はありません',
  nothingOfKind: 'この原因で止まっている案件はなくなりました',
  nothingText: '人の対応が必要になった案件は、対処とともに自動的にここに表示されます。',
  beside: '案件に紐づいていないもの',
  besideNothing: '案件の判断を待っている購入やメールはありません。',
  unmatched: count => `案件が見つからない購入・アクセス ${count} 件`,
  held: count => `差出人を確認できないメール ${count} 件`,
};
