import type * as en from '../../../en/desk/settings/away.ts';

export const away: typeof en.away = {
  title: '不在',
  lead: '最終日が終わるまで、このメンバーへの依頼と通知は代理のメンバーにも届きます。代理のメンバーは期間中、管理者を除く同じ役割の操作ができますが、自分が担当する案件を代理で承認することはできません。',
  lastDay: '不在の最終日',
  standIn: '代理',
  standInHint:
    '不在ではないメンバーを選択してください。管理者がほかのメンバーの代理に自分を選ぶことはできません。',
  choose: 'メンバーを選択',
  save: '保存',
  back: '不在を終了',
  until: (day, standIn) => `${day}まで不在です。代理は ${standIn} さんです。`,
  standsInFor: names => `${names} さんの代理を務めています`,
  standsInText: '不在のメンバーへの依頼が届き、そのメンバーと同じ操作ができます。',
  problems: {
    until: '今日以降、1 年以内の日付を選択してください。',
    unknownStandIn: '有効で不在ではないメンバーの中から、本人以外を選択してください。',
    ownStandIn:
      'ほかのメンバーの代理に自分を選ぶことはできません。本人またはほかの管理者に依頼してください。',
  },
};
