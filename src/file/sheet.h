/* sheet.h: results as rows under named columns, the same for text, CSV and JSON.
 *
 * A section is one table of a result, as the command line names it: sheets with rows, and facts,
 * which are numbers of the section as a whole.
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* What CSV calls the list of the facts of a section, and the column that says which list a row is
 * of, where one sheet has the rows of several. */
#define MIS_SHEET_FACTS "overall"
#define MIS_SHEET_BY "by"

/**
 * MisColumn:
 * @name: (nullable): the member of JSON and the column of CSV; %NULL where only people read it
 * @heading: (nullable): for people; translatable; %NULL where only scripts read it, "" where the
 *   cells say it themselves
 * @last: scripts find it behind the columns that are not: what was not there from the beginning
 *   leaves the others where they are
 */
typedef struct
{
  const char *name;
  const char *heading;
  gboolean last;
} MisColumn;

/**
 * MisCellKind:
 * @MIS_CELL_EMPTY: nothing to say: null, an empty field
 * @MIS_CELL_TEXT: an id or words
 * @MIS_CELL_NUMBER: a finite number
 * @MIS_CELL_CHANGE: the same; people read a plus sign where it is above 0
 * @MIS_CELL_SHARE: the same; people read a percentage
 * @MIS_CELL_WHOLE: a whole number
 * @MIS_CELL_TRUTH: true, or false
 */
typedef enum
{
  MIS_CELL_EMPTY,
  MIS_CELL_TEXT,
  MIS_CELL_NUMBER,
  MIS_CELL_CHANGE,
  MIS_CELL_SHARE,
  MIS_CELL_WHOLE,
  MIS_CELL_TRUTH,
} MisCellKind;

typedef struct
{
  MisCellKind kind;
  union
  {
    const char *text;
    double number;
    guint64 whole;
    gboolean truth;
  };
} MisCell;

/**
 * MisSheet:
 * @name: (nullable): the member of its section in JSON, its "list" in CSV; %NULL if it is the only
 *   one there
 * @heading: (nullable): for people; translatable
 * @intro: (nullable): what it says and how to read it, for people; translated
 * @quiet: people do not read it where it has no rows
 * @named: the headings of its columns are names, which are not translated
 * @columns: (array length=n_columns): constant
 * @n_left_out: further rows that were not wanted
 *
 * Rows are written cell by cell, in the order of the columns.
 */
typedef struct
{
  const char *name;
  const char *heading;
  const char *intro;
  gboolean quiet;
  gboolean named;
  const MisColumn *columns;
  guint n_columns;
  GArray *cells;
  guint64 n_left_out;
  GStringChunk *texts;
} MisSheet;

/* @columns: ended by one without name and heading. (transfer full) */
MisSheet *mis_sheet_new (const char *name, const char *heading, const MisColumn *columns);
void mis_sheet_free (MisSheet *sheet);

/* @intro is copied. */
void mis_sheet_set_intro (MisSheet *sheet, const char *intro);

/* The next cell. @text may be %NULL and @number %NAN: an empty cell. */
void mis_sheet_add_text (MisSheet *sheet, const char *text);
void mis_sheet_add_number (MisSheet *sheet, double number);
void mis_sheet_add_change (MisSheet *sheet, double change);
void mis_sheet_add_share (MisSheet *sheet, double share);
void mis_sheet_add_whole (MisSheet *sheet, guint64 whole);
void mis_sheet_add_truth (MisSheet *sheet, gboolean truth);

/* Whether any column has a name, or a heading: whether scripts, or people, read it at all. */
gboolean mis_sheet_is_for_scripts (const MisSheet *sheet);
gboolean mis_sheet_is_for_people (const MisSheet *sheet);

guint mis_sheet_get_n_rows (const MisSheet *sheet);
const MisCell *mis_sheet_get_cell (const MisSheet *sheet, guint row, guint column);

/**
 * MisSection:
 * @name: the table, as in "levers"
 * @heading: for people; translatable
 * @option: (nullable): the option of the command line that picks it by its name, for people
 * @intro: (nullable): which question it answers and how to read the numbers, for people; translated
 * @facts: (nullable): a sheet with one row
 * @sheets: (element-type MisSheet): at least one; the first is for scripts
 * @notes: (element-type utf8): sentences on what is not there; translated
 */
typedef struct
{
  const char *name;
  const char *heading;
  const char *option;
  char *intro;
  MisSheet *facts;
  GPtrArray *sheets;
  GPtrArray *notes;
} MisSection;

/* (transfer full): without any sheet yet */
MisSection *mis_section_new (const char *name, const char *heading);
void mis_section_free (MisSection *section);

/* @intro is copied. */
void mis_section_set_intro (MisSection *section, const char *intro);

/* Each returns the new sheet, which belongs to @section. */
MisSheet *mis_section_add_facts (MisSection *section, const MisColumn *columns);
MisSheet *mis_section_add_sheet (MisSection *section,
                                 const char *name,
                                 const char *heading,
                                 const MisColumn *columns);

/* @note: (transfer full) */
void mis_section_add_note (MisSection *section, char *note);

/* (nullable): the sheet of that name, the facts for "overall"; else the only sheet there is. */
const MisSheet *mis_section_find_list (const MisSection *section, const char *list);

/* "levers", or "contributions.groups" */
char *mis_section_get_sheet_path (const MisSection *section, const MisSheet *sheet);

/* Whether JSON has an object for it, not a list. */
gboolean mis_section_is_object (const MisSection *section);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MisSheet, mis_sheet_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (MisSection, mis_section_free)

G_END_DECLS
