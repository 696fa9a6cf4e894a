import { operation, type Service } from '../../wire/operation.ts';
import { errors } from './errors.ts';
import { getAgreementEntitlements, getAgreementTerms } from './operations/agreement-pages.ts';
import * as cancellation from './operations/cancellation-requests.ts';
import { describeAgreement } from './operations/describe-agreement.ts';
import { searchAgreements } from './operations/search-agreements.ts';
import * as shapes from './shapes.ts';

export const agreementService: Service = {
  name: 'agreement',
  target: 'AWSMPCommerceService_v20200301',
  signingName: 'aws-marketplace',
  contentType: 'application/x-amz-json-1.0',
  operations: {
    SearchAgreements: operation(shapes.SearchAgreementsRequest, searchAgreements),
    DescribeAgreement: operation(shapes.DescribeAgreementRequest, describeAgreement),
    GetAgreementTerms: operation(shapes.AgreementPageRequest, getAgreementTerms),
    GetAgreementEntitlements: operation(shapes.AgreementPageRequest, getAgreementEntitlements),
    SendAgreementCancellationRequest: operation(shapes.SendCancellationRequest, cancellation.sendRequest),
    GetAgreementCancellationRequest: operation(shapes.GetCancellationRequest, cancellation.getRequest),
    CancelAgreementCancellationRequest: operation(
      shapes.CancelCancellationRequest,
      cancellation.cancelRequest,
    ),
    ListAgreementCancellationRequests: operation(shapes.ListCancellationRequests, cancellation.listRequests),
  },
  errors,
};
