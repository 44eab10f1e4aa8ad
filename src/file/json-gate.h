/* json-gate.h: the strict gate that every JSON file passes before anything is made of it.
 *
 * One pass over the bytes, without recursion: the grammar of RFC 8259, UTF-8, nesting, members
 * that an object has twice, numbers that a double cannot hold. What has passed can be walked with
 * json-text.h, which checks nothing.
 *
 * A text that is not RFC 8259 is a fault of kind "syntax". Duplicate members, U+0000, lone
 * surrogates, numbers beyond double, whole numbers beyond 2^53 - 1 and deep nesting are JSON, and
 * so faults of kind "project"; the first of them is reported, unless the text is no JSON at all.
 * Beyond the limits of nesting and members nothing is read any more, so what is no JSON only behind
 * them is not seen.
 * A UTF-8 byte-order mark may stand before the text. UTF-16 is refused with advice.
 */
#pragma once

#include "file/fault.h"

G_BEGIN_DECLS

#define MIS_JSON_MAX_SIZE ((gsize) 256 * 1024 * 1024)
#define MIS_JSON_MAX_DEPTH 500u
#define MIS_JSON_MAX_MEMBERS 100000u /* of one object */
#define MIS_JSON_OUTLINE_MEMBERS 16u

/**
 * MisJsonMember:
 * @name: offset of the opening quote of its name
 * @value: offset of its value
 * @n_elements: how many elements its value has if it is a list, otherwise 0
 */
typedef struct
{
  gsize name;
  gsize value;
  guint n_elements;
} MisJsonMember;

/**
 * MisJsonOutline:
 * @root: offset of the value that the text is
 * @n_members: if the root is an object, how many members it has, but no more than @members holds
 *
 * Where the parts of a file lie, so that a reader can take them in its own order, and check how
 * many there are before it allocates anything.
 */
typedef struct
{
  gsize root;
  guint n_members;
  MisJsonMember members[MIS_JSON_OUTLINE_MEMBERS];
} MisJsonOutline;

/**
 * mis_json_gate:
 * @text: (array length=length): the bytes of a file
 * @max_depth: how many objects and lists may lie in each other, up to %MIS_JSON_MAX_DEPTH
 * @outline: (out) (optional): where its parts lie
 * @fault: (out): what is wrong with it; free with mis_fault_free()
 *
 * O(@length), plus a sort of the names of each object; at most twice the memory of @text beside it.
 *
 * Returns: whether the text may be used
 */
gboolean mis_json_gate (const char *text,
                        gsize length,
                        guint max_depth,
                        MisJsonOutline *outline,
                        MisFault **fault);

G_END_DECLS
