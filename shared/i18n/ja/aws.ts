import type * as en from '../en/all.ts';

export const aws: typeof en.aws = {
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
    'Change Set Succeeded': '変更セット：成功',
    'Change Set Failed': '変更セット：失敗',
    'Change Set Cancelled': '変更セット：取り消し',
    SUCCEEDED: '変更セット：成功',
    FAILED: '変更セット：失敗',
    CANCELLED: '変更セット：取り消し',
  },
};
