/* script.h: bytes as a script of what somebody does to an open project. */
#pragma once

#include "document/agent-table.h"
#include "document/conflict-matrix.h"

/* @at, @end: the bytes that are left; where there are none they are 0. */
typedef struct
{
  const guint8 *at;
  const guint8 *end;
  GRand *rand;
  MisDocument *document;
  MisAgentTable *table;
  MisConflictMatrix *matrix;
} Script;

/* The next byte. */
guint script_take (Script *script);

/* A whole number from 0 to @n - 1; 0 if there is none. */
guint script_take_below (Script *script, guint n);

guint64 script_take_count (Script *script);

/* Mostly a number from 0 to 1, now and then any bits. */
double script_take_number (Script *script);

/* (transfer full): a text that somebody could type. */
char *script_take_text (Script *script);
