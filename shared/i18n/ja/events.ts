import type * as en from '../en/all.ts';

export const events: typeof en.events = {
  title: '未割り当て',
  waiting: count => `要判断 ${count} 件`,
  lists: { unmatched: '未割り当て', otherListings: 'ほかの出品', dismissed: '対象外' },
  leads: {
    unmatched:
      'どの案件のものか自動では判断できなかった購入と AWS からのアクセスです。該当する ID が案件に登録されるか、担当者が判断するまで、ここに保管されます。',
    otherListings:
      '自社が AWS Marketplace に出品しているほかの製品の購入です。AWS が示した製品が、ここで販売している製品ではないため、分けて保管しています。ここで扱うものが含まれている場合は、開いて「未割り当て」に戻してください。',
    dismissed: '担当者が、どの案件のものでもないと判断したものです。開くと、判断を取り消せます。',
  },
  empty: {
    unmatched: '未割り当てのものはありません',
    otherListings: 'ほかの出品の通知はありません',
    dismissed: '対象外にしたものはありません',
  },
  emptyText: {
    unmatched: 'AWS からの通知は、すべて案件に割り当てられています。',
    otherListings: 'AWS から届いているのは、ここで販売している製品の通知だけです。',
    dismissed: '対象外と判断されたものはまだありません。',
  },
  purchases: '購入',
  arrivals: 'AWS からのアクセス',
  many: {
    column: '選択',
    tick: line => `選択：${line.what}（${line.id}）`,
    title: 'まとめて対象外にする',
    text: '選択したものを、1 つの理由でまとめて一覧から外します。同じ契約について今後 AWS から届く通知も一覧には表示されません。',
    all: 'このページのすべて',
  },

  kinds: {
    accepted: 'オファーの承諾',
    renewed: '契約の更新',
    replaced: '契約の差し替え',
    amended: '契約の変更',
    ended: '契約の終了',
    licensed: 'ライセンスの付与・変更',
    deprovisioned: 'ライセンスの提供終了',
    offerChanged: '変更セットの完了',
    arrived: 'AWS Marketplace からのアクセス',
    other: 'AWS からの通知',
  },

  what: '内容',
  when: '日時',
  account: 'AWS アカウント',
  agreement: '契約',
  previous: '以前の契約',
  offer: 'オファー',
  product: '製品',
  license: 'ライセンス',
  registration: '登録',
  unknown: '記載なし',
  raw: 'AWS から届いた内容',
  back: '未割り当ての一覧',

  ambiguous: deal =>
    `このオファーは ${deal.company} 様の案件のもので、すでに契約 ${deal.agreement} があります。その契約の更新か、別の購入かをご確認ください。`,
  closed: deal =>
    `${deal.company} 様の案件は終了していますが（${deal.stage}）、AWS では有効になっています。お客様にご確認ください。新しい案件が必要な場合があります。`,
  ambiguousTitle: '更新か、新しい購入か',
  closedTitle: '終了した案件ですが、AWS では有効です',
  begun: decision =>
    `${decision.when} に ${decision.who} さんが割り当てを始めました。すでに案件に届いている可能性があります。同じ案件にもう一度割り当ててください。`,
  begunTitle: '割り当てが完了していません',

  assign: '案件に割り当てる',
  assignText:
    'AWS がその案件を指定した場合と同じように手続きが進み、同じ契約について保管されている通知も、あわせて案件に反映されます。案件の履歴には、あなたが判断したことが残ります。',
  search: '進行中の案件を探す',
  searchHint: '会社名、氏名、メールアドレス、AWS アカウント、ID、URL',
  searchSubmit: '検索',
  found: 'この AWS アカウントの進行中の案件',
  foundBySearch: '見つかった進行中の案件',
  noneOfAccount: 'この AWS アカウントの進行中の案件はありません。上の欄で案件を検索してください。',
  noneFound: '該当する進行中の案件がありません。検索する語を短くするか、別の ID でお試しください。',
  hasAgreement: agreement => `契約 ${agreement} があります`,
  succeeds: agreement => `契約 ${agreement} があります。その後継の契約として登録されます`,
  submit: '割り当てる',
  note: event => `担当者がこの案件に割り当て：${event.what}（${event.id}）`,

  dismiss: 'どの案件のものでもない',
  dismissText:
    'Offerdesk を使わずに行われた購入などです。一覧から外れ、同じ契約について今後 AWS から届く通知も一覧には表示されません。',
  dismissArrivalText:
    '社内での動作確認などです。一覧から外れます。お客様が AWS からもう一度アクセスされた場合は、ふたたび一覧に表示されます。',
  reason: '理由',
  reasonHint: '後から確認できるように記録します。この判断は取り消せます。',
  dismissSubmit: '対象外にする',
  dismissed: '対象外にしました',
  decided: '判断した人',
  restore: '対象外を取り消す',
  bringBack: '未割り当てに戻す',
  restored: '未割り当てに戻しました',

  settled: '判断が必要なことはありません',
  settledByDeal: '案件に割り当て済みです。',
  settledBy: decision => `${decision.when} に ${decision.who} さんが判断しました。`,
  setAside: product =>
    `AWS によると購入されたのは ${product} で、ここで販売している製品ではないため、分けて保管しています。`,
  settledByRule: '案件に関わらない通知です。',
  toDeal: '案件を開く',

  problems: {
    choose: '一覧から案件を選択してください。',
    reason: most => `理由を 1～${most} 文字で入力してください。`,
    tickSome: '1 件以上を選択してください。',
    refused: '割り当てられませんでした',
    taken: 'ほかの担当者がすでに判断しました。',
  },
  sns: {
    otherTopic: setting => `このトピックは ${setting} に含まれていません。`,
    notSigned: 'Amazon SNS の署名ではありません。',
    otherAddress: 'SubscribeURL が、このトピックの Amazon SNS のアドレスではありません。',
  },

  aws: {
    agreement: {
      ACTIVE: '有効',
      ARCHIVED: 'アーカイブ済み',
      CANCELLED: 'キャンセル',
      EXPIRED: '期間満了',
      RENEWED: '更新済み',
      REPLACED: '差し替え済み',
      ROLLED_BACK: '支払い失敗',
      SUPERSEDED: '後継の契約へ移行済み',
      TERMINATED: '解約',
    },
    license: { updated: '付与・変更', deprovisioned: '提供終了' },
    changeSet: {
      ListEntities: 'AWS でオファーの有効期限が変更されました',
      'Change Set Succeeded': '変更セット：成功',
      'Change Set Failed': '変更セット：失敗',
      'Change Set Cancelled': '変更セット：取り消し',
      SUCCEEDED: '変更セット：成功',
      FAILED: '変更セット：失敗',
      CANCELLED: '変更セット：取り消し',
    },
  },
};
