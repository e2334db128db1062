"""What BPMN calls things, and which step of ours each of them becomes."""

from __future__ import annotations

from cxo_desktop.domain.enums import StepKind

MODEL = "http://www.omg.org/spec/BPMN/20100524/MODEL"
DI = "http://www.omg.org/spec/BPMN/20100524/DI"
DC = "http://www.omg.org/spec/DD/20100524/DC"
DD = "http://www.omg.org/spec/DD/20100524/DI"
OURS = "urn:cxo-desktop:map"

TAGS = {
    StepKind.START: "startEvent",
    StepKind.TASK: "task",
    StepKind.DECISION: "exclusiveGateway",
    StepKind.WAIT: "intermediateCatchEvent",
    StepKind.HAND_OFF: "sendTask",
    StepKind.SUBPROCESS: "subProcess",
    StepKind.DOCUMENT: "task",
    StepKind.END: "endEvent",
}
KINDS = {
    "startEvent": StepKind.START,
    "endEvent": StepKind.END,
    "task": StepKind.TASK,
    "userTask": StepKind.TASK,
    "manualTask": StepKind.TASK,
    "serviceTask": StepKind.TASK,
    "scriptTask": StepKind.TASK,
    "businessRuleTask": StepKind.TASK,
    "receiveTask": StepKind.WAIT,
    "sendTask": StepKind.HAND_OFF,
    "callActivity": StepKind.SUBPROCESS,
    "subProcess": StepKind.SUBPROCESS,
    "transaction": StepKind.SUBPROCESS,
    "adHocSubProcess": StepKind.SUBPROCESS,
    "exclusiveGateway": StepKind.DECISION,
    "inclusiveGateway": StepKind.DECISION,
    "parallelGateway": StepKind.DECISION,
    "eventBasedGateway": StepKind.DECISION,
    "complexGateway": StepKind.DECISION,
    "intermediateCatchEvent": StepKind.WAIT,
    "intermediateThrowEvent": StepKind.HAND_OFF,
    "boundaryEvent": StepKind.WAIT,
}
CONTAINERS = frozenset({"subProcess", "transaction", "adHocSubProcess"})
STORES = {"dataObjectReference": "file", "dataStoreReference": "database"}
# Parts that belong to something that is read, or that only carry it.
CARRIED = frozenset(
    {
        *("laneSet", "lane", "childLaneSet", "flowNodeRef", "incoming", "outgoing"),
        *("sequenceFlow", "messageFlow", "participant", "collaboration", "process"),
        *("definitions", "dataInputAssociation", "dataOutputAssociation", "sourceRef"),
        *("targetRef", "dataObject", "dataStore", "documentation", "conditionExpression"),
    }
)
