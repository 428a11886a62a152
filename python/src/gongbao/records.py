"""The types of the record contract `gongbao/1`, made from its JSON Schema by tools/types_from_schema.py."""

import sys
from typing import Any, List, Literal, Optional, TypedDict, Union

if sys.version_info >= (3, 11):
    from typing import NotRequired, Required
else:
    from typing_extensions import NotRequired, Required


#: One character of the source.
PlaceRecord = TypedDict(
    "PlaceRecord",
    {
        "line": Required[int],
        "column": Required[int],
        "page": NotRequired[Optional[int]],
    },
)

#: A stretch of the source, both ends included. The text there, white space aside, contains the record's quote.
SpanRecord = TypedDict(
    "SpanRecord",
    {
        "start": Required["PlaceRecord"],
        "end": Required["PlaceRecord"],
    },
)

#: The file that was read.
SourceRecord = TypedDict(
    "SourceRecord",
    {
        "path": Required[str],
        "sha256": Required[str],
        "format": Required[str],
        "encoding": Required[str],
        "pages": NotRequired[Optional[int]],
        "lines": Required[int],
        "coverage": Required["CoverageRecord"],
    },
)

#: How many source lines ended as what. text, table, furniture, blank and the count of unread add up to lines.
CoverageRecord = TypedDict(
    "CoverageRecord",
    {
        "text": Required[int],
        "table": Required[int],
        "furniture": Required[int],
        "blank": Required[int],
        "unread": Required[List[int]],
    },
)

#: The masthead (刊头) of a gazette issue.
IssueRecord = TypedDict(
    "IssueRecord",
    {
        "title": Required[str],
        "year": NotRequired[Optional[int]],
        "number": NotRequired[Optional[str]],
        "total": NotRequired[Optional[int]],
        "published": NotRequired[Optional[str]],
    },
)

#: An entry of the table of contents (目录).
ContentsEntryRecord = TypedDict(
    "ContentsEntryRecord",
    {
        "section": NotRequired[Optional[str]],
        "title": Required[str],
        "number": NotRequired[Optional[str]],
        "page": NotRequired[Optional[int]],
        "span": NotRequired[Optional["SpanRecord"]],
    },
)

#: One published instrument (公文), with all that it issues and has attached.
DocumentRecord = TypedDict(
    "DocumentRecord",
    {
        "id": Required[str],
        "number": NotRequired[Optional["DocumentNumberRecord"]],
        "title": Required[str],
        "kind": NotRequired[Optional[str]],
        "issuers": Required[List[str]],
        "issuer_ids": NotRequired[Optional[List[Optional[str]]]],
        "recipients": NotRequired[Optional[str]],
        "signed": NotRequired[Optional[str]],
        "printer": NotRequired[Optional[str]],
        "printed": NotRequired[Optional[str]],
        "public": NotRequired[Optional[bool]],
        "cc": NotRequired[Optional[str]],
        "attachments": Required[List["AttachmentRecord"]],
        "elements": Required[List["ElementRecord"]],
        "provisions": Required[List["ProvisionRecord"]],
        "tasks": Required[List["TaskRecord"]],
        "targets": Required[List["TargetRecord"]],
        "deadlines": Required[List["DeadlineRecord"]],
        "tables": Required[List["TableRecord"]],
        "citations": Required[List["CitationRecord"]],
        "references": NotRequired[List["ReferenceRecord"]],
        "definitions": NotRequired[List["DefinitionRecord"]],
        "obligations": NotRequired[List["ObligationRecord"]],
        "validity": NotRequired[Optional["ValidityRecord"]],
        "history": NotRequired[Optional[List["HistoryRecord"]]],
        "duties": Required[List["DutyRecord"]],
        "appointments": NotRequired[Optional[List["AppointmentRecord"]]],
        "events": Required[List["EventRecord"]],
        "span": Required["SpanRecord"],
    },
)

#: Document number (发文字号).
DocumentNumberRecord = TypedDict(
    "DocumentNumberRecord",
    {
        "text": Required[str],
        "agency": NotRequired[Optional[str]],
        "year": NotRequired[Optional[int]],
        "serial": NotRequired[Optional[int]],
    },
)

#: What a document issues, or an attachment (附件).
AttachmentRecord = TypedDict(
    "AttachmentRecord",
    {
        "title": Required[str],
    },
)

#: A unit of text, by the levels of 立法法 (编 章 节 条 款 项 目) or of GB/T 9704 (一、（一）1.（1）).
ProvisionRecord = TypedDict(
    "ProvisionRecord",
    {
        "id": Required[str],
        "level": Required[Literal['part', 'chapter', 'section', 'article', 'heading', 'paragraph', 'item', 'subitem', 'table']],
        "depth": Required[int],
        "label": NotRequired[Optional[str]],
        "number": NotRequired[Optional[int]],
        "heading": NotRequired[Optional[str]],
        "text": Required[str],
        "children": Required[List["ProvisionRecord"]],
        "span": Required["SpanRecord"],
    },
)

#: A passage to which the text ties at least one responsible unit (任务).
TaskRecord = TypedDict(
    "TaskRecord",
    {
        "id": Required[str],
        "label": NotRequired[Optional[str]],
        "path": Required[List[str]],
        "text": Required[str],
        "assignments": Required[List["AssignmentRecord"]],
        "deadlines": Required[List["TaskDateRecord"]],
        "provision": Required[str],
        "span": Required["SpanRecord"],
    },
)

#: One unit and its part in a task (责任分工).
AssignmentRecord = TypedDict(
    "AssignmentRecord",
    {
        "unit": Required[str],
        "unit_id": NotRequired[Optional[str]],
        "as_written": NotRequired[Optional[str]],
        "group": NotRequired[Optional[bool]],
        "role": Required[Literal['lead', 'responsible', 'support', 'implement']],
        "inherited": Required[bool],
        "full_name": NotRequired[Optional[str]],
        "completion": NotRequired[Optional[str]],
        "rule": NotRequired[Optional[str]],
        "rule_quote": NotRequired[Optional[str]],
        "rule_span": NotRequired[Optional["SpanRecord"]],
        "quote": Required[str],
        "span": NotRequired[Optional["SpanRecord"]],
    },
)

#: A date at which a task falls due.
TaskDateRecord = TypedDict(
    "TaskDateRecord",
    {
        "date": NotRequired[Optional[str]],
        "quote": NotRequired[Optional[str]],
    },
)

#: A quantified goal for the future (目标).
TargetRecord = TypedDict(
    "TargetRecord",
    {
        "indicator": Required[str],
        "comparator": Required[Literal['>=', '>', '=', '<', '<=', '~', 'range']],
        "value": Required[float],
        "upper": NotRequired[Optional[float]],
        "unit": NotRequired[Optional[str]],
        "year": NotRequired[Optional[int]],
        "baseline": NotRequired[Optional["BaselineRecord"]],
        "rule": NotRequired[Optional[str]],
        "nature": NotRequired[Optional[str]],
        "quote": Required[str],
        "task": NotRequired[Optional[str]],
        "provision": NotRequired[Optional[str]],
        "span": Required["SpanRecord"],
    },
)

#: Where the indicator stands today (基期).
BaselineRecord = TypedDict(
    "BaselineRecord",
    {
        "value": Required[float],
        "year": NotRequired[Optional[int]],
    },
)

#: A time limit or period (时限).
DeadlineRecord = TypedDict(
    "DeadlineRecord",
    {
        "kind": Required[Literal['by', 'during', 'recurring', 'within']],
        "date": NotRequired[Optional[str]],
        "start": NotRequired[Optional[str]],
        "duration": NotRequired[Optional[str]],
        "event": NotRequired[Optional[str]],
        "certainty": Required[Literal['stated', 'computed', 'needs-event']],
        "rule": NotRequired[Optional[str]],
        "quote": Required[str],
        "task": NotRequired[Optional[str]],
        "provision": NotRequired[Optional[str]],
        "span": Required["SpanRecord"],
    },
)

#: A table (表). A cell that spans rows or columns is repeated in each.
TableRecord = TypedDict(
    "TableRecord",
    {
        "caption": NotRequired[Optional[str]],
        "measure": NotRequired[Optional[str]],
        "header": Required[List[str]],
        "rows": Required[List[List[str]]],
        "span": Required["SpanRecord"],
    },
)

#: A mention of another instrument (引用).
CitationRecord = TypedDict(
    "CitationRecord",
    {
        "title": NotRequired[Optional[str]],
        "number": NotRequired[Optional[str]],
        "as_written": NotRequired[Optional[str]],
        "relation": Required[Literal['basis', 'repeals', 'amends', 'forwards', 'mention']],
        "rule": NotRequired[Optional[str]],
        "short_name": NotRequired[Optional[str]],
        "mentions": NotRequired[Optional[List["MentionRecord"]]],
        "quote": Required[str],
        "provision": NotRequired[Optional[str]],
        "span": Required["SpanRecord"],
    },
)

#: A passage that names a cited instrument.
MentionRecord = TypedDict(
    "MentionRecord",
    {
        "article": NotRequired[Optional[str]],
        "relation": Required[Literal['basis', 'repeals', 'amends', 'forwards', 'mention']],
        "quote": Required[str],
        "provision": NotRequired[Optional[str]],
        "span": Required["SpanRecord"],
    },
)

#: A pointer from one provision to others of the same document.
ReferenceRecord = TypedDict(
    "ReferenceRecord",
    {
        "targets": Required[List[str]],
        "quote": Required[str],
        "provision": Required[str],
        "span": Required["SpanRecord"],
    },
)

#: A word that the text defines.
DefinitionRecord = TypedDict(
    "DefinitionRecord",
    {
        "kind": NotRequired[Optional[Literal['meaning', 'includes', 'short-name', 'days', 'bounds']]],
        "scope": NotRequired[Optional[str]],
        "term": Required[str],
        "meaning": Required[str],
        "quote": Required[str],
        "provision": Required[str],
        "span": Required["SpanRecord"],
    },
)

#: A duty, ban or power that a law or rule sets.
ObligationRecord = TypedDict(
    "ObligationRecord",
    {
        "subject": NotRequired[Optional[str]],
        "force": Required[Literal['obligation', 'prohibition', 'permission', 'right']],
        "modal": Required[str],
        "act": Required[str],
        "condition": NotRequired[Optional[str]],
        "consequence": NotRequired[Optional[str]],
        "rule": NotRequired[Optional[str]],
        "provision": Required[str],
        "span": Required["SpanRecord"],
    },
)

#: From when, until when, and who interprets (效力).
ValidityRecord = TypedDict(
    "ValidityRecord",
    {
        "effective": NotRequired[Optional[str]],
        "expires": NotRequired[Optional[str]],
        "status": NotRequired[Optional[str]],
        "repeals": Required[List[str]],
        "interpreter": NotRequired[Optional[str]],
        "quote": NotRequired[Optional[str]],
        "span": NotRequired[Optional["SpanRecord"]],
        "evidence": NotRequired[Optional[List["EvidenceRecord"]]],
    },
)

#: What an official is in charge of (领导分工).
DutyRecord = TypedDict(
    "DutyRecord",
    {
        "person": Required[str],
        "posts": Required[List[str]],
        "charge": Required[List[str]],
        "oversees": Required[List[str]],
        "oversees_ids": NotRequired[Optional[List[Optional[str]]]],
        "liaises": Required[List[str]],
        "liaises_ids": NotRequired[Optional[List[Optional[str]]]],
        "assists": NotRequired[Optional[List[str]]],
        "acting": NotRequired[Optional[List[str]]],
        "act": NotRequired[Optional[Literal['appoint', 'remove', 'delegate', 'recommend', 'resign']]],
        "rule": NotRequired[Optional[str]],
        "quote": Required[str],
        "span": Required["SpanRecord"],
    },
)

#: That a person gets a post or loses it (任免).
AppointmentRecord = TypedDict(
    "AppointmentRecord",
    {
        "person": Required[str],
        "post": Required[str],
        "act": Required[Literal['appoint', 'remove', 'delegate', 'recommend', 'resign']],
        "date": NotRequired[Optional[str]],
        "trial": NotRequired[Optional[str]],
        "rule": NotRequired[Optional[str]],
        "quote": Required[str],
        "provision": NotRequired[Optional[str]],
        "span": Required["SpanRecord"],
    },
)

#: What was done to a law on one day.
HistoryRecord = TypedDict(
    "HistoryRecord",
    {
        "act": Required[Literal['adopted', 'promulgated', 'amended', 'approved', 'repealed']],
        "date": Required[str],
        "organ": NotRequired[Optional[str]],
        "session": NotRequired[Optional[str]],
        "number": NotRequired[Optional[str]],
        "quote": Required[str],
        "span": Required["SpanRecord"],
    },
)

#: An entry of a chronicle (大事记).
EventRecord = TypedDict(
    "EventRecord",
    {
        "date": NotRequired[Optional[str]],
        "end": NotRequired[Optional[str]],
        "text": Required[str],
        "rule": NotRequired[Optional[str]],
        "span": Required["SpanRecord"],
    },
)

#: What a careful editor would query (校核意见).
FindingRecord = TypedDict(
    "FindingRecord",
    {
        "severity": Required[Literal['error', 'warning', 'info']],
        "code": Required[str],
        "message": Required[str],
        "document": NotRequired[Optional[str]],
        "span": NotRequired[Optional["SpanRecord"]],
    },
)

#: An element of a document outside its provisions: 标题, 发文字号, 主送机关, 发文机关署名, 成文日期, 附注, 抄送机关, 印发机关和印发日期.
ElementRecord = TypedDict(
    "ElementRecord",
    {
        "element": Required[Literal['number', 'title', 'byline', 'recipients', 'signature', 'date', 'adoption', 'annotation', 'cc', 'printing']],
        "text": Required[str],
        "span": Required["SpanRecord"],
    },
)

#: From which characters a value was read, and by which rule.
EvidenceRecord = TypedDict(
    "EvidenceRecord",
    {
        "value": Required[Literal['effective', 'expires', 'interpreter', 'status']],
        "rule": Required[str],
        "quote": Required[str],
        "provision": NotRequired[Optional[str]],
        "span": Required["SpanRecord"],
    },
)

#: All that was read from one source file: what `gongbao extract --format json` prints, and what every export is made of. Dates and durations are ISO 8601. Absent values are left out or null. Text is as printed, with line wraps and page furniture removed.
GazetteRecord = TypedDict(
    "GazetteRecord",
    {
        "schema": Required[Literal['gongbao/1']],
        "source": Required["SourceRecord"],
        "issue": NotRequired[Optional["IssueRecord"]],
        "contents": Required[List["ContentsEntryRecord"]],
        "documents": Required[List["DocumentRecord"]],
        "findings": Required[List["FindingRecord"]],
    },
)
