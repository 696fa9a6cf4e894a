import type * as en from '../../en/desk/home.ts';

export const home: typeof en.home = {
  title: '対応が必要なもの',
  lead: (count, isWhole) => {
    if (count === 0) return '対応待ちはありません。';
    return isWhole
      ? `${count} 件あります。急ぐものから順に並んでいます。`
      : `急ぐものから ${count} 件を表示しています。ほかにもあります。`;
  },
  whose: '表示する範囲',
  mine: '自分の担当',
  team: 'チーム全体',
  nothing: { mine: '対応待ちはありません', team: 'チーム全体で対応待ちはありません' },
  nothingText:
    '新しいお問い合わせ、購入者からの依頼、承認待ち、処理が止まっている案件は、自動的にここに表示されます。',
  allDeals: 'すべての案件を見る',
  what: '内容',
  due: '期限',
  since: '発生',
  owner: '担当者',
  noOwner: '担当者未定',
  amount: '金額',
  action: '操作',
  now: '至急',
  kinds: {
    answerInquiry: 'お問い合わせへの回答待ち',
    answerRequest: '購入者からの依頼があります',
    makeOffer: 'お客様が合意されました。オファーを作成してください',
    decideApproval: '条件の承認待ち',
    correctTerms: '差し戻されました。条件を提案し直してください',
    offerEnds: 'オファーの期限まで 1 週間以内です',
    reviveOffer: 'オファーの期限が切れました（延長できます）',
    callBuyer: '承諾後、アカウントの設定が終わっていません',
    cure: '処理が止まっています（要対応）',
  },
  actions: {
    answerInquiry: '回答する',
    answerRequest: '回答する',
    makeOffer: '条件合意を記録する',
    decideApproval: '承認・差し戻し',
    correctTerms: '条件を提案する',
    offerEnds: '延長する',
    reviveOffer: '延長する',
    callBuyer: '連絡先を見る',
    cure: '対処を見る',
  },
  pipeline: 'パイプライン',
  stage: '段階',
  deals: '件数',
  sum: '合計金額',
  oldest: '最も古い案件',
};
