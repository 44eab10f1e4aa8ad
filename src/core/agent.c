#include "core/agent.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "core/number.h"
#include "core/text.h"

const MisChoice mis_kinds[] = {
  { "human", N_("Human") },
  { "ai", N_("AI system") },
  { "organization", N_("Organization") },
  { "other", N_("Other") },
  { NULL, NULL },
};

static MisAgent *
new_unchecked (const char *id,
               const char *name,
               MisKind kind,
               const char *principal,
               guint64 count,
               const char *note)
{
  MisAgent *self = g_new (MisAgent, 1);

  self->ref_count = 1;
  self->id = g_strdup (id);
  self->name = g_strdup (name);
  self->kind = kind;
  self->principal = g_strdup (principal);
  self->count = count;
  self->note = g_strdup (note);
  return self;
}

MisAgent *
mis_agent_new (const char *id,
               const char *name,
               MisKind kind,
               const char *principal,
               guint64 count,
               const char *note,
               GError **error)
{
  g_return_val_if_fail (id != NULL && name != NULL && principal != NULL && note != NULL, NULL);

  if (!mis_check_id (id, error) || !mis_check_name (name, error)
      || !mis_check_name (principal, error) || !mis_check_text (note, error)
      || !mis_check_count (count, error))
    return NULL;
  return new_unchecked (id, name, kind, principal, count, note);
}

MisAgent *
mis_agent_ref (MisAgent *agent)
{
  g_atomic_int_inc (&agent->ref_count);
  return agent;
}

void
mis_agent_unref (MisAgent *agent)
{
  if (!g_atomic_int_dec_and_test (&agent->ref_count))
    return;
  g_free (agent->id);
  g_free (agent->name);
  g_free (agent->principal);
  g_free (agent->note);
  g_free (agent);
}

MisAgent *
mis_agent_with_count (const MisAgent *agent, guint64 count)
{
  return new_unchecked (agent->id, agent->name, agent->kind, agent->principal, count, agent->note);
}

gboolean
mis_agent_equal (const MisAgent *a, const MisAgent *b)
{
  return a == b
         || (a->count == b->count && a->kind == b->kind && strcmp (a->id, b->id) == 0
             && strcmp (a->name, b->name) == 0 && strcmp (a->principal, b->principal) == 0
             && strcmp (a->note, b->note) == 0);
}
