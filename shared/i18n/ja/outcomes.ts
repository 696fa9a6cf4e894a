import type * as en from '../en/all.ts';

export const outcomes: typeof en.outcomes = {
  proposeTerms: { done: '条件を提示しました', notDone: '条件を提示できませんでした' },
  markNegotiationDone: { done: '条件合意を記録しました', notDone: '条件合意を記録できませんでした' },
  approveOffer: { done: 'オファーを承認しました', notDone: 'オファーを承認できませんでした' },
  rejectOffer: { done: 'オファーを差し戻しました', notDone: 'オファーを差し戻せませんでした' },
  extendOffer: { done: '有効期限の延長を依頼しました', notDone: '有効期限を延長できませんでした' },
  withdrawOffer: { done: 'オファーの取り下げを依頼しました', notDone: 'オファーを取り下げられませんでした' },
  askForChange: { done: '変更を依頼しました', notDone: '変更を依頼できませんでした' },
  askForMoreTime: { done: '期限の延長を依頼しました', notDone: '期限の延長を依頼できませんでした' },
  declineOffer: { done: 'オファーを辞退しました', notDone: 'オファーを辞退できませんでした' },
  agreementEvent: { done: '契約を案件に登録しました', notDone: '契約を案件に登録できませんでした' },
  licenseEvent: { done: 'ライセンスを案件に登録しました', notDone: 'ライセンスを案件に登録できませんでした' },
  offerEvent: {
    done: 'オファーの状況を案件に反映しました',
    notDone: 'オファーの状況を案件に反映できませんでした',
  },
  buyerArrived: {
    done: 'AWS からのアクセスを案件に登録しました',
    notDone: 'AWS からのアクセスを案件に登録できませんでした',
  },
  linkOrganization: { done: '組織を選択しました', notDone: '組織を選択できませんでした' },
  moveLink: { done: '連携先の変更を始めました', notDone: '連携先を変更できませんでした' },
  endLink: { done: '連携を解除しました', notDone: '連携を解除できませんでした' },
  handOverSetUp: { done: '設定を引き継ぎました', notDone: '設定を引き継げませんでした' },
  assignOwner: { done: '担当者を設定しました', notDone: '担当者を設定できませんでした' },
  addNote: { done: 'メモを追加しました', notDone: 'メモを追加できませんでした' },
  sendReminderNow: { done: 'リマインドを送信します', notDone: 'リマインドを送信できませんでした' },
  skipReminder: { done: 'リマインドを取りやめました', notDone: 'リマインドを取りやめられませんでした' },
  retryStep: { done: '再試行しています', notDone: '再試行できませんでした' },
  closeDeal: { done: '案件を終了しました', notDone: '案件を終了できませんでした' },
  offerSeen: { done: 'オファーの開封を記録しました', notDone: 'オファーの開封を記録できませんでした' },
  stopReminders: {
    done: 'リマインドの配信を停止しました',
    notDone: 'リマインドの配信を停止できませんでした',
  },
  resumeReminders: {
    done: 'リマインドの配信を再開しました',
    notDone: 'リマインドの配信を再開できませんでした',
  },
  changeContact: { done: '連絡先を変更しました', notDone: '連絡先を変更できませんでした' },
  changeReminders: {
    done: 'リマインドの設定を変更しました',
    notDone: 'リマインドの設定を変更できませんでした',
  },
  resendMail: { done: 'メールを再送しました', notDone: 'メールを再送できませんでした' },
  mailBounced: { done: 'メールの不達を記録しました', notDone: 'メールの不達を記録できませんでした' },
};
