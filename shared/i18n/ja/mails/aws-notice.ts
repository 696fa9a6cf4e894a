import type * as en from '../../en/mails/aws-notice.ts';

export const disbursementPaused: typeof en.disbursementPaused = {
  subject: 'AWS からの入金が停止されました',
  title: 'AWS からの入金が停止されました',
  intro:
    'AWS Marketplace から自社への入金（ディスバースメント）が停止されました。案件やお客様への影響はありません。',
  next: '経理担当者が、AWS Marketplace 管理ポータルで銀行口座・税務・本人確認の情報をご確認ください。',
  since: '通知日時',
};

export const awsNotice: typeof en.awsNotice = {
  subject: deal => `${deal.title}：${deal.company}`,
  intro: company => `${company} 様との契約について、AWS から次の通知がありました。`,
  when: '通知日時',
  kinds: {
    advisoryIssued: {
      title: '契約について AWS から注意の通知がありました',
      next: 'お支払いなど、この契約について AWS での確認が必要です。AWS Marketplace 管理ポータルで内容を確認し、お客様にご連絡ください。お客様のご利用に、まだ変更はありません。',
    },
    advisoryResolved: {
      title: 'AWS からの注意の通知は解消されました',
      next: 'AWS から通知されていた内容は解消されました。対応は必要ありません。',
    },
    cancellationAsked: {
      title: '契約のキャンセルが申請されました',
      next: 'AWS でお客様に、キャンセルへの同意をお願いしています。7 日以内に回答がない場合は同意とみなされ、契約が終了します。誤って申請した場合は、それまでに AWS で申請を取り下げてください。',
    },
    cancellationApproved: {
      title: '契約のキャンセルが承認されました',
      next: '契約は終了します。AWS で終了が確定すると、利用の停止と案件の終了は自動で行われます。',
    },
    cancellationRejected: {
      title: 'お客様がキャンセルを承認しませんでした',
      next: '契約はこのまま続きます。もう一度申請する場合は、先にお客様とご相談ください。',
    },
    cancellationWithdrawn: {
      title: 'キャンセルの申請が取り下げられました',
      next: '契約はこのまま続きます。対応は必要ありません。',
    },
    cancellationInvalid: {
      title: 'キャンセルの申請を AWS が受け付けませんでした',
      next: '契約はこのまま続きます。下記の理由を確認し、申請内容を訂正して AWS で申請し直してください。',
    },
    adjustmentDone: {
      title: '請求額が調整されました',
      next: 'AWS でお客様への請求が下記の金額だけ調整されました。お客様がご存じか確認し、経理担当者にも共有してください。',
    },
    adjustmentFailed: {
      title: '請求額の調整に失敗しました',
      next: '下記の金額の調整は行われていません。AWS Marketplace 管理ポータルで内容を確認し、申請し直してください。',
    },
  },
};
