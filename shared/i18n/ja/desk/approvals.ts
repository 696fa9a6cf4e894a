import type * as en from '../../en/desk/approvals.ts';

export const approvals: typeof en.approvals = {
  title: '承認',
  queue: '承認の判断を待つ案件',
  lead: count =>
    count === 0
      ? '承認待ちはありません。'
      : `${count} 件が承認の判断を待っています。期限の近い順に表示しています。`,
  none: '承認の判断を待つ案件はありません',
  noneText:
    '承認が必要な条件は、自動的にここに表示されます。ご自身が依頼した承認は、ほかの承認者が判断します。',
  gone: company => `${company} の承認は、現在お待ちしていません`,
  goneText: company =>
    `すでに判断されたか、取り下げられたか、条件が変更されています。詳しくは ${company} の案件でご確認ください。`,
  before: { title: 'このお客様とのほかの案件', none: 'ありません。今回が初めての案件です。' },
  fromMail: {
    title: 'オファーの承認',
    lead: ({ name, company, reasons }) =>
      `${name} さんが ${company} 様へのオファーの承認を依頼しています（理由：${reasons}）。`,
    reject: '修正が必要な点を伝えて差し戻す',
    rejectHint: '案件の担当者に伝わります。',
    decidesAs: ({ name, inPlaceOf, until }) =>
      `ログインせずに、${name} さん${inPlaceOf ? `（${inPlaceOf} の代理）` : ''}として判断します。このページはご本人専用で、${until} まで有効です。`,
    atTheDesk: 'デスクで開く',
    queue: 'デスクで承認待ちを見る',
    decided: {
      approved: company => `${company} 様へのオファーは承認されました`,
      rejected: company => `${company} 様へのオファーは差し戻されました`,
    },
    decidedBy: ({ name, moment }) => `判断した人：${name}（${moment}）。`,
    next: {
      approved: 'AWS でオファーを作成しています。完了すると、承諾者にメールが届きます。',
      rejected: '担当者に通知しました。担当者は条件を見直して提示できます。',
    },
    over: {
      notApprover: {
        title: 'このリンクは無効になりました',
        text: () => '現在、承認者としても代理としても、承認を判断する立場にありません。',
      },
      tooLate: {
        title: 'このリンクは期限が切れました',
        text: () => 'リンクの有効期間は 7 日間です。デスクでは引き続き判断できます。',
      },
      replaced: {
        title: 'このリンクは新しいものに置き換わりました',
        text: () =>
          'メールの送信後に条件が変わったか、あらためて承認が依頼されています。現在の依頼については、新しいメールのリンクからご判断ください。',
      },
      notHis: {
        title: 'この承認は、ほかの承認者が判断します',
        text: () => 'ご自身が依頼した承認か、ご自身が担当する案件です。ほかの承認者に依頼が届いています。',
      },
      otherBrowser: {
        title: 'このリンクはほかの方専用です',
        text: name =>
          `${name} さんに送られたリンクですが、このブラウザーでは別の担当者がデスクにログインしています。ほかの人の名前で判断することはできません。`,
      },
    },
  },
};
