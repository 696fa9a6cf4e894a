"""A purchase through unmodified boto3. The address of the emulator is the only argument."""

import datetime
import json
import sys
import time
import urllib.request

import boto3

URL = sys.argv[1]
REGION = {"region_name": "us-east-1", "aws_access_key_id": "LOCAL", "aws_secret_access_key": "local"}
REF = "$CreateOfferChange.Entity.Identifier"


def client(name, prefix):
    return boto3.client(name, endpoint_url=URL + prefix, **REGION)


def control(path, body):
    request = urllib.request.Request(
        URL + "/control" + path, json.dumps(body).encode(), {"content-type": "application/json"}
    )
    return json.load(urllib.request.urlopen(request))


def until(probe):
    for _ in range(200):
        value = probe()
        if value:
            return value
        time.sleep(0.02)
    raise SystemExit("waited in vain")


def change(change_type, details, entity=REF):
    return {
        "ChangeType": change_type,
        "Entity": {"Type": "Offer@1.0", "Identifier": entity},
        "Details": json.dumps(details),
    }


catalog = client("marketplace-catalog", "/catalog")
metering = client("meteringmarketplace", "/metering")
entitlement = client("marketplace-entitlement", "/entitlement")
agreements = client("marketplace-agreement", "/agreement")
sqs = client("sqs", "")

product = catalog.list_entities(Catalog="AWSMarketplace", EntityType="SaaSProduct")["EntitySummaryList"][0]["EntityId"]
rate_card = {
    "Selector": {"Type": "Duration", "Value": "P12M"},
    "RateCard": [{"DimensionKey": "committed_spend", "Price": "120.00"}],
    "Constraints": {"MultipleDimensionSelection": "Allowed", "QuantityConfiguration": "Allowed"},
}
pricing = {"Type": "ConfigurableUpfrontPricingTerm", "CurrencyCode": "USD", "RateCards": [rate_card]}
eula = {"Type": "LegalTerm", "Documents": [{"Type": "StandardEula", "Version": "2022-07-14"}]}
end = (datetime.date.today() + datetime.timedelta(days=30)).isoformat()
started = catalog.start_change_set(
    Catalog="AWSMarketplace",
    ChangeSet=[
        {
            "ChangeType": "CreateOffer",
            "ChangeName": "CreateOfferChange",
            "Entity": {"Type": "Offer@1.0"},
            "Details": json.dumps({"ProductId": product}),
        },
        change("UpdateInformation", {"Name": "By boto3", "Description": "x"}),
        change("UpdateTargeting", {"PositiveTargeting": {"BuyerAccounts": ["111122223333"]}}),
        change("UpdatePricingTerms", {"PricingModel": "Contract", "Terms": [pricing]}),
        change("UpdateLegalTerms", {"Terms": [eula]}),
        change("UpdateAvailability", {"AvailabilityEndDate": end}),
        change("ReleaseOffer", {}),
    ],
)


def finished():
    described = catalog.describe_change_set(Catalog="AWSMarketplace", ChangeSetId=started["ChangeSetId"])
    return described if described["Status"] in ("SUCCEEDED", "FAILED") else None


described = until(finished)
assert described["Status"] == "SUCCEEDED", described
offer_id = described["ChangeSet"][0]["Entity"]["Identifier"].split("@")[0]

accepted = control("/accept", {"offerId": offer_id, "accountId": "111122223333"})
token = control("/registration-token", {"agreementId": accepted["id"]})["token"]
customer = metering.resolve_customer(RegistrationToken=token)
assert customer["CustomerAWSAccountId"] == "111122223333", customer
try:
    metering.resolve_customer(RegistrationToken="made-up")
    raise SystemExit("an unknown token was resolved")
except metering.exceptions.InvalidTokenException:
    pass

found = until(
    lambda: entitlement.get_entitlements(
        ProductCode=customer["ProductCode"], Filter={"LICENSE_ARN": [customer["LicenseArn"]]}
    )["Entitlements"]
)
assert isinstance(found[0]["ExpirationDate"], datetime.datetime), found
try:
    entitlement.get_entitlements(ProductCode="unknown")
    raise SystemExit("an unknown product has entitlements")
except entitlement.exceptions.InvalidParameterException:
    pass

filters = [{"name": "AgreementType", "values": ["PurchaseAgreement"]}, {"name": "OfferId", "values": [offer_id]}]
summary = agreements.search_agreements(catalog="AWSMarketplace", filters=filters)["agreementViewSummaries"][0]
assert summary["agreementId"] == accepted["id"], summary
assert agreements.get_agreement_terms(agreementId=accepted["id"])["acceptedTerms"]

record = {
    "Timestamp": datetime.datetime.now(datetime.timezone.utc) - datetime.timedelta(minutes=1),
    "Dimension": "committed_spend",
    "Quantity": 1,
    "CustomerAWSAccountId": customer["CustomerAWSAccountId"],
    "LicenseArn": customer["LicenseArn"],
}
assert metering.batch_meter_usage(UsageRecords=[record])["Results"][0]["Status"] == "Success"

queue = sqs.get_queue_url(QueueName="marketplace-events")["QueueUrl"]
messages = until(lambda: sqs.receive_message(QueueUrl=queue, MaxNumberOfMessages=10).get("Messages"))
sqs.delete_message(QueueUrl=queue, ReceiptHandle=messages[0]["ReceiptHandle"])
protocol = entitlement.meta.service_model.resolved_protocol
print(json.dumps({"entitlementProtocol": protocol, "firstEvent": json.loads(messages[0]["Body"])["detail-type"]}))
