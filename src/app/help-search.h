/* help-search.h: what is found in the help by whoever asks in their own words. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * MisHelpSection:
 * @page: name of its page
 * @anchor: of its heading; "" for the beginning of the page
 * @heading: what stands over it
 * @text: title of the page, heading and all below it, up to the next heading
 */
typedef struct
{
  const char *page;
  char *anchor;
  char *heading;
  GString *text;
} MisHelpSection;

/**
 * mis_help_find:
 * @words: words, or a question as people ask it
 *
 * Capitals, accents and punctuation do not count; a hyphen is a space. Filler words are left out,
 * unless there are no others, and so are words that occur nowhere: of those, the longest beginning
 * that occurs is taken if it is more than half of the word ("normalisation").
 *
 * Returns: (transfer full) (element-type MisHelpSection): the sections that have more than half as
 *   many of the words as the best one; those with most words first, then those where all stands as
 *   it was asked for, then those with most words in the heading, then in the order of the pages
 */
GPtrArray *mis_help_find (const char *words);

G_END_DECLS
