/* row-fixture.h: a row of the sliders in a window of its own, and what people do with it. */
#pragma once

#include "app-fixture.h"
#include "app/parameter-row.h"
#include "document/parameter.h"

G_BEGIN_DECLS

/* A row that is bound to a parameter of an example. */
typedef struct
{
  GtkWidget *window;
  MisDocument *document;
  MisParameterRow *row;
  GtkScale *scale;
  GtkEntry *entry;
  gpointer remark; /* what is said below the number */
  GtkWidget *reset;
  GtkToggleButton *lock;
  MisParameter *parameter;
} Row;

/* Both take the parameter over. */
void row_init (Row *self, const char *example, MisParameter *parameter);
void row_bind (Row *self, MisParameter *parameter);

/* The row must be gone then, and nobody may hold the document any more. */
void row_clear (Row *self);

/* Customer's weight in food: 0.8. */
MisParameter *row_new_weight (void);

/* What the document says, and what the field does. */
double row_get_value (Row *self);
guint64 row_get_count (Row *self, guint agent);
const char *row_get_text (Row *self);

/* The slider is dragged, and let go: what comes behind a release of button or key. */
void row_drag (Row *self, double value);
void row_let_go (Row *self);

/* Types over what stands in the field, and presses Enter. */
void row_type (Row *self, const char *text);

/* Puts the keyboard to @widget once the window has it. */
void row_move_focus (Row *self, gpointer widget);

/* Whether the field is marked, still holds @text, and the reason stands below; or is not marked. */
void row_assert_fault (Row *self, const char *text);
void row_assert_no_fault (Row *self);

/* (transfer none): @text with the decimal sign of the locale between digits. */
const char *row_local_text (const char *text);

G_END_DECLS
