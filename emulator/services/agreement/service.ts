import { newId } from '../../engine/ids.ts';
import { AwsError } from '../../wire/errors.ts';
import { operation, type Service } from '../../wire/operation.ts';
import * as read from './operations/agreements.ts';
import * as cancellation from './operations/cancellation.ts';
import { SearchAgreementsRequest, searchAgreements } from './operations/search-agreements.ts';

export const agreementService: Service = {
  name: 'agreement',
  target: 'AWSMPCommerceService_v20200301',
  signingName: 'aws-marketplace',
  contentType: 'application/x-amz-json-1.0',
  operations: {
    SearchAgreements: operation(SearchAgreementsRequest, searchAgreements),
    DescribeAgreement: operation(read.DescribeAgreementRequest, read.describeAgreement),
    GetAgreementTerms: operation(read.AgreementPageRequest, read.getAgreementTerms),
    GetAgreementEntitlements: operation(read.AgreementPageRequest, read.getAgreementEntitlements),
    SendAgreementCancellationRequest: operation(cancellation.SendRequest, cancellation.send),
    GetAgreementCancellationRequest: operation(cancellation.GetRequest, cancellation.get),
    CancelAgreementCancellationRequest: operation(cancellation.CancelRequest, cancellation.cancel),
    ListAgreementCancellationRequests: operation(cancellation.ListRequest, cancellation.list),
  },
  invalid: problems =>
    new AwsError({
      code: 'ValidationException',
      message: problems.map(({ field, message }) => `${field} ${message}`).join('; '),
      members: {
        requestId: newId.request(),
        reason: problems.some(({ field }) => field.startsWith('filters')) ? 'INVALID_FILTERS' : 'OTHER',
        fields: problems.map(({ field, message }) => ({ name: field, message })),
      },
    }),
  throttled: new AwsError({ code: 'ThrottlingException', message: 'Rate exceeded.' }),
  internal: new AwsError({ code: 'InternalServerException', message: 'Unexpected error.', status: 500 }),
};
