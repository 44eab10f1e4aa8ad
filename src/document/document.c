#include "document/document-private.h"

#include <glib/gi18n-lib.h>

#include "document/share-reset.h"

enum
{
  PROP_0,
  PROP_TITLE,
  PROP_MODIFIED,
  PROP_UNDO_NAME,
  PROP_REDO_NAME,
  PROP_BUSY,
  PROP_FILE,
  N_PROPERTIES,
};

enum
{
  CHANGED,
  LAYOUT_CHANGED,
  STATE_CHANGED,
  REFUSED,
  N_SIGNALS,
};

static GParamSpec *properties[N_PROPERTIES];
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (MisDocument, mis_document, G_TYPE_OBJECT)

void
mis_document_update_results (MisDocument *self)
{
  mis_scorer_ask (self->scorer, self->shown.world, self->choices.focus, self->choices.locks,
                  self->choices.n_locks);
  if (mis_document_is_busy (self))
    g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_BUSY]);
  g_signal_emit (self, signals[CHANGED], 0);
}

static void
counted_cb (MisDocument *self)
{
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_BUSY]);
  g_signal_emit (self, signals[CHANGED], 0);
}

void
mis_document_layout_changed (MisDocument *self)
{
  g_signal_emit (self, signals[LAYOUT_CHANGED], 0);
}

void
mis_document_refuse (MisDocument *self, const char *message)
{
  g_signal_emit (self, signals[REFUSED], 0, message);
}

void
mis_document_notify_state (MisDocument *self)
{
  g_object_freeze_notify (G_OBJECT (self));
  for (guint i = PROP_TITLE; i <= PROP_REDO_NAME; i++)
    g_object_notify_by_pspec (G_OBJECT (self), properties[i]);
  g_object_thaw_notify (G_OBJECT (self));
  g_signal_emit (self, signals[STATE_CHANGED], 0);
}

static void
mis_document_finalize (GObject *object)
{
  MisDocument *self = MIS_DOCUMENT (object);

  g_clear_pointer (&self->history, mis_history_free);
  mis_shown_clear (&self->shown);
  g_clear_pointer (&self->opened, mis_world_unref);
  g_clear_pointer (&self->saved, mis_world_unref);
  g_clear_object (&self->file);
  g_clear_pointer (&self->gesture, mis_world_unref);
  g_clear_pointer (&self->gesture_base, mis_world_unref);
  mis_document_forget_ended (self);
  g_clear_pointer (&self->goals_of, mis_world_unref);
  g_clear_pointer (&self->origin.world, mis_world_unref);
  g_clear_pointer (&self->origin.base, mis_world_unref);
  g_hash_table_unref (self->set_ranges);
  g_free (self->goals);
  mis_scorer_stop (self->scorer);
  g_object_unref (self->scorer);
  mis_row_choices_clear (&self->choices);
  G_OBJECT_CLASS (mis_document_parent_class)->finalize (object);
}

static void
mis_document_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  MisDocument *self = MIS_DOCUMENT (object);

  switch (id)
    {
    case PROP_TITLE:
      g_value_set_string (value, mis_document_get_title (self));
      break;
    case PROP_MODIFIED:
      g_value_set_boolean (value, mis_document_is_modified (self));
      break;
    case PROP_UNDO_NAME:
      g_value_set_string (value, mis_document_get_undo_name (self));
      break;
    case PROP_REDO_NAME:
      g_value_set_string (value, mis_document_get_redo_name (self));
      break;
    case PROP_BUSY:
      g_value_set_boolean (value, mis_document_is_busy (self));
      break;
    case PROP_FILE:
      g_value_set_object (value, self->file);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
mis_document_class_init (MisDocumentClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  const GParamFlags flags = G_PARAM_READABLE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY;

  object_class->finalize = mis_document_finalize;
  object_class->get_property = mis_document_get_property;

  properties[PROP_TITLE] = g_param_spec_string ("title", NULL, NULL, NULL, flags);
  properties[PROP_MODIFIED] = g_param_spec_boolean ("modified", NULL, NULL, FALSE, flags);
  properties[PROP_UNDO_NAME] = g_param_spec_string ("undo-name", NULL, NULL, NULL, flags);
  properties[PROP_REDO_NAME] = g_param_spec_string ("redo-name", NULL, NULL, NULL, flags);
  properties[PROP_BUSY] = g_param_spec_boolean ("busy", NULL, NULL, FALSE, flags);
  properties[PROP_FILE] = g_param_spec_object ("file", NULL, NULL, G_TYPE_FILE, flags);
  g_object_class_install_properties (object_class, N_PROPERTIES, properties);

  signals[CHANGED] = g_signal_new ("changed", MIS_TYPE_DOCUMENT, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                   NULL, G_TYPE_NONE, 0);
  signals[LAYOUT_CHANGED] = g_signal_new ("layout-changed", MIS_TYPE_DOCUMENT, G_SIGNAL_RUN_LAST,
                                          0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[STATE_CHANGED] = g_signal_new ("state-changed", MIS_TYPE_DOCUMENT, G_SIGNAL_RUN_LAST, 0,
                                         NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[REFUSED] = g_signal_new ("refused", MIS_TYPE_DOCUMENT, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                   NULL, G_TYPE_NONE, 1, G_TYPE_STRING);
}

static void
mis_document_init (MisDocument *self)
{
  g_queue_init (&self->saves);
  self->set_ranges = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  self->scorer = mis_scorer_new ();
  g_signal_connect_object (self->scorer, "counted", G_CALLBACK (counted_cb), self,
                           G_CONNECT_SWAPPED);
}

MisDocument *
mis_document_new (MisWorld *world)
{
  MisDocument *self = g_object_new (MIS_TYPE_DOCUMENT, NULL);

  self->history = mis_history_new (world);
  mis_shown_init (&self->shown, world);
  self->opened = mis_world_ref (world);
  mis_row_choices_follow (&self->choices, NULL, world);
  mis_document_update_results (self);
  return self;
}

MisDocument *
mis_document_new_draft (MisWorld *world)
{
  MisDocument *self = mis_document_new (world);

  self->is_draft = TRUE;
  return self;
}

MisDocument *
mis_document_new_recovered (MisWorld *world, GFile *file, const MisFileStamp *stamp)
{
  MisDocument *self = mis_document_new_draft (world);

  g_set_object (&self->file, file);
  self->stamp = *stamp;
  return self;
}

MisWorld *
mis_document_get_world (MisDocument *self)
{
  g_return_val_if_fail (MIS_IS_DOCUMENT (self), NULL);

  return self->shown.world;
}

MisWorld *
mis_document_get_project (MisDocument *self)
{
  g_return_val_if_fail (MIS_IS_DOCUMENT (self), NULL);

  return self->shown.base;
}

MisScenario *
mis_document_get_scenario (MisDocument *self)
{
  int index;

  g_return_val_if_fail (MIS_IS_DOCUMENT (self), NULL);

  index = mis_shown_find_scenario (&self->shown);
  return index >= 0 ? mis_world_get_scenario (self->shown.base, (guint) index) : NULL;
}

MisWorld *
mis_document_get_first (MisDocument *self)
{
  g_return_val_if_fail (MIS_IS_DOCUMENT (self), NULL);

  return self->opened;
}

MisWorld *
mis_document_get_settled (MisDocument *self)
{
  g_return_val_if_fail (MIS_IS_DOCUMENT (self), NULL);

  return self->saved != NULL ? self->saved : self->opened;
}

MisWorld *
mis_document_get_opened_world (MisDocument *self)
{
  g_return_val_if_fail (MIS_IS_DOCUMENT (self), NULL);

  return self->shown.scenario != NULL ? mis_shown_get_reference (&self->shown) : self->opened;
}

MisResults *
mis_document_get_results (MisDocument *self)
{
  g_return_val_if_fail (MIS_IS_DOCUMENT (self), NULL);

  return mis_scorer_get_results (self->scorer);
}

gboolean
mis_document_is_busy (MisDocument *self)
{
  g_return_val_if_fail (MIS_IS_DOCUMENT (self), FALSE);

  return mis_scorer_is_busy (self->scorer);
}

MisWorld *
mis_document_get_base_world (MisDocument *self)
{
  g_return_val_if_fail (MIS_IS_DOCUMENT (self), NULL);

  return self->gesture != NULL ? self->gesture : mis_document_get_world (self);
}

const char *
mis_document_get_undo_name (MisDocument *self)
{
  g_return_val_if_fail (MIS_IS_DOCUMENT (self), NULL);

  return mis_history_get_undo_name (self->history);
}

const char *
mis_document_get_redo_name (MisDocument *self)
{
  g_return_val_if_fail (MIS_IS_DOCUMENT (self), NULL);

  return mis_history_get_redo_name (self->history);
}

gboolean
mis_document_is_modified (MisDocument *self)
{
  g_return_val_if_fail (MIS_IS_DOCUMENT (self), FALSE);

  if (self->saved == NULL && self->is_draft)
    return TRUE;
  return !mis_world_equal (self->shown.base, mis_document_get_settled (self));
}

const char *
mis_document_get_title (MisDocument *self)
{
  const char *title;

  g_return_val_if_fail (MIS_IS_DOCUMENT (self), NULL);

  title = mis_world_get_title (mis_document_get_world (self));
  return *title != '\0' ? title : g_dgettext (GETTEXT_PACKAGE, "Untitled Project");
}

guint
mis_document_get_focus (MisDocument *self)
{
  g_return_val_if_fail (MIS_IS_DOCUMENT (self), 0);

  return self->choices.focus;
}

void
mis_document_set_focus (MisDocument *self, guint agent)
{
  g_return_if_fail (MIS_IS_DOCUMENT (self));

  if (agent == self->choices.focus)
    return;
  self->choices.focus = agent;
  mis_document_update_results (self);
}

gboolean
mis_document_is_locked (MisDocument *self, guint agent)
{
  g_return_val_if_fail (MIS_IS_DOCUMENT (self), FALSE);

  return agent < self->choices.n_locks && self->choices.locks[agent];
}

void
mis_document_set_locked (MisDocument *self, guint agent, gboolean locked)
{
  g_return_if_fail (MIS_IS_DOCUMENT (self));
  g_return_if_fail (agent < self->choices.n_locks);

  if (self->choices.locks[agent] == !!locked)
    return;
  self->choices.locks[agent] = !!locked;
  g_clear_pointer (&self->origin.base, mis_world_unref);
  mis_document_update_results (self);
}

const gboolean *
mis_document_get_locks (MisDocument *self)
{
  g_return_val_if_fail (MIS_IS_DOCUMENT (self), NULL);

  return self->choices.locks;
}

GFile *
mis_document_get_file (MisDocument *self)
{
  g_return_val_if_fail (MIS_IS_DOCUMENT (self), NULL);

  return self->file;
}

const MisFileStamp *
mis_document_get_stamp (MisDocument *self)
{
  g_return_val_if_fail (MIS_IS_DOCUMENT (self), NULL);

  return &self->stamp;
}

MisOrigin *
mis_document_get_origin (MisDocument *self)
{
  g_return_val_if_fail (MIS_IS_DOCUMENT (self), NULL);

  return &self->origin;
}

GHashTable *
mis_document_get_set_ranges (MisDocument *self)
{
  g_return_val_if_fail (MIS_IS_DOCUMENT (self), NULL);

  return self->set_ranges;
}

const guint64 *
mis_document_get_goals (MisDocument *self)
{
  MisWorld *reference;
  guint64 n;

  g_return_val_if_fail (MIS_IS_DOCUMENT (self), NULL);

  reference = mis_document_get_opened_world (self);
  n = mis_world_get_population (self->shown.world);
  if (self->goals == NULL || self->goals_n != n || self->goals_of != reference)
    {
      g_free (self->goals);
      self->goals = mis_share_get_goals (reference, n);
      self->goals_n = n;
      mis_world_ref (reference);
      g_clear_pointer (&self->goals_of, mis_world_unref);
      self->goals_of = reference;
    }
  return self->goals;
}

void
mis_document_set_stamp (MisDocument *self, const MisFileStamp *stamp)
{
  g_return_if_fail (MIS_IS_DOCUMENT (self));

  self->stamp = *stamp;
}

GQueue *
mis_document_get_saves (MisDocument *self)
{
  g_return_val_if_fail (MIS_IS_DOCUMENT (self), NULL);

  return &self->saves;
}

void
mis_document_set_saved (MisDocument *self,
                        GFile *file,
                        MisWorld *world,
                        const MisFileStamp *stamp)
{
  g_return_if_fail (MIS_IS_DOCUMENT (self));

  mis_world_ref (world);
  g_clear_pointer (&self->saved, mis_world_unref);
  self->saved = world;
  self->stamp = *stamp;
  if (g_set_object (&self->file, file))
    g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_FILE]);
  mis_document_notify_state (self);
}
