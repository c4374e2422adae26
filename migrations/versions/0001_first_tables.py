"""The first tables: accounts, learners, documents, attempts."""

import sqlalchemy as sa
from alembic import op

import database

revision = '0001'
down_revision = None
branch_labels = None
depends_on = None


def upgrade() -> None:
    """To the new state."""
    op.create_table('accounts',
    sa.Column('id', sa.String(length=22), nullable=False),
    sa.Column('login', sa.String(length=80), nullable=False),
    sa.Column('login_shown', sa.String(length=80), nullable=False),
    sa.Column('name', sa.String(length=120), nullable=False),
    sa.Column('password', sa.String(length=200), nullable=False),
    sa.Column('role', sa.String(length=20), nullable=False),
    sa.Column('demo', sa.Boolean(), nullable=False),
    sa.Column('epoch', sa.Integer(), nullable=False),
    sa.Column('made_at', database.Moment(timezone=True), nullable=False),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_accounts')),
    sa.UniqueConstraint('login', name=op.f('uq_accounts_login'))
    )
    op.create_table('documents',
    sa.Column('id', sa.String(length=22), nullable=False),
    sa.Column('kind', sa.String(length=20), nullable=False),
    sa.Column('name', sa.String(length=120), nullable=False),
    sa.Column('owner', sa.String(length=22), nullable=False),
    sa.Column('audience', sa.String(length=10), nullable=False),
    sa.Column('place', sa.Integer(), nullable=False),
    sa.Column('revision_id', sa.String(length=22), nullable=True),
    sa.Column('retired_at', database.Moment(timezone=True), nullable=True),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_documents')),
    sa.UniqueConstraint('kind', 'name', name=op.f('uq_documents_kind_name'))
    )
    op.create_table('proofs',
    sa.Column('logic', sa.String(length=32), nullable=False),
    sa.Column('ground', sa.String(length=64), nullable=False),
    sa.Column('proved_at', database.Moment(timezone=True), nullable=False),
    sa.PrimaryKeyConstraint('logic', 'ground', name=op.f('pk_proofs'))
    )
    op.create_table('told',
    sa.Column('hash', sa.String(length=32), nullable=False),
    sa.Column('body', database.Plain, nullable=False),
    sa.PrimaryKeyConstraint('hash', name=op.f('pk_told'))
    )
    op.create_table('learners',
    sa.Column('id', sa.String(length=22), nullable=False),
    sa.Column('account_id', sa.String(length=22), nullable=True),
    sa.Column('joined_into', sa.String(length=22), nullable=True),
    sa.Column('made_at', database.Moment(timezone=True), nullable=False),
    sa.ForeignKeyConstraint(['account_id'], ['accounts.id'], name=op.f('fk_learners_account_id_accounts')),
    sa.ForeignKeyConstraint(['joined_into'], ['learners.id'], name=op.f('fk_learners_joined_into_learners')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_learners')),
    sa.UniqueConstraint('account_id', name=op.f('uq_learners_account_id'))
    )
    op.create_table('reset_codes',
    sa.Column('code_hash', sa.String(length=64), nullable=False),
    sa.Column('account_id', sa.String(length=22), nullable=False),
    sa.Column('ends_at', database.Moment(timezone=True), nullable=False),
    sa.Column('used_at', database.Moment(timezone=True), nullable=True),
    sa.ForeignKeyConstraint(['account_id'], ['accounts.id'], name=op.f('fk_reset_codes_account_id_accounts'), ondelete='CASCADE'),
    sa.PrimaryKeyConstraint('code_hash', name=op.f('pk_reset_codes'))
    )
    with op.batch_alter_table('reset_codes', schema=None) as batch_op:
        batch_op.create_index(batch_op.f('ix_reset_codes_account_id'), ['account_id'], unique=False)

    op.create_table('revisions',
    sa.Column('id', sa.String(length=22), nullable=False),
    sa.Column('document_id', sa.String(length=22), nullable=False),
    sa.Column('logic', sa.String(length=32), nullable=False),
    sa.Column('words', sa.String(length=32), nullable=False),
    sa.Column('body', database.Plain, nullable=False),
    sa.Column('made_at', database.Moment(timezone=True), nullable=False),
    sa.ForeignKeyConstraint(['document_id'], ['documents.id'], name=op.f('fk_revisions_document_id_documents')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_revisions'))
    )
    with op.batch_alter_table('revisions', schema=None) as batch_op:
        batch_op.create_index(batch_op.f('ix_revisions_document_id'), ['document_id'], unique=False)

    op.create_table('attempts',
    sa.Column('id', sa.String(length=22), nullable=False),
    sa.Column('learner_id', sa.String(length=22), nullable=False),
    sa.Column('kind', sa.String(length=20), nullable=False),
    sa.Column('document_id', sa.String(length=22), nullable=False),
    sa.Column('revision_id', sa.String(length=22), nullable=False),
    sa.Column('variant', sa.String(length=60), nullable=False),
    sa.Column('paper', database.Plain, nullable=False),
    sa.Column('started_at', database.Moment(timezone=True), nullable=False),
    sa.Column('ended_at', database.Moment(timezone=True), nullable=True),
    sa.ForeignKeyConstraint(['document_id'], ['documents.id'], name=op.f('fk_attempts_document_id_documents')),
    sa.ForeignKeyConstraint(['learner_id'], ['learners.id'], name=op.f('fk_attempts_learner_id_learners')),
    sa.ForeignKeyConstraint(['revision_id'], ['revisions.id'], name=op.f('fk_attempts_revision_id_revisions')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_attempts'))
    )
    with op.batch_alter_table('attempts', schema=None) as batch_op:
        batch_op.create_index('ix_attempts_learner_document', ['learner_id', 'document_id'], unique=False)

    op.create_table('devices',
    sa.Column('token_hash', sa.String(length=64), nullable=False),
    sa.Column('learner_id', sa.String(length=22), nullable=False),
    sa.Column('made_at', database.Moment(timezone=True), nullable=False),
    sa.Column('released_at', database.Moment(timezone=True), nullable=True),
    sa.ForeignKeyConstraint(['learner_id'], ['learners.id'], name=op.f('fk_devices_learner_id_learners')),
    sa.PrimaryKeyConstraint('token_hash', name=op.f('pk_devices'))
    )
    with op.batch_alter_table('devices', schema=None) as batch_op:
        batch_op.create_index(batch_op.f('ix_devices_learner_id'), ['learner_id'], unique=False)

    op.create_table('answers',
    sa.Column('id', sa.String(length=22), nullable=False),
    sa.Column('attempt_id', sa.String(length=22), nullable=False),
    sa.Column('task', sa.String(length=60), nullable=False),
    sa.Column('token', sa.String(length=40), nullable=False),
    sa.Column('given', database.Plain, nullable=False),
    sa.Column('stored_at', database.Moment(timezone=True), nullable=False),
    sa.ForeignKeyConstraint(['attempt_id'], ['attempts.id'], name=op.f('fk_answers_attempt_id_attempts')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_answers')),
    sa.UniqueConstraint('attempt_id', 'token', name=op.f('uq_answers_attempt_id_token'))
    )
    with op.batch_alter_table('answers', schema=None) as batch_op:
        batch_op.create_index('ix_answers_attempt_task', ['attempt_id', 'task'], unique=False)

    op.create_table('marks',
    sa.Column('id', sa.String(length=22), nullable=False),
    sa.Column('answer_id', sa.String(length=22), nullable=False),
    sa.Column('points', sa.Integer(), nullable=False),
    sa.Column('of', sa.Integer(), nullable=False),
    sa.Column('told', sa.String(length=32), nullable=False),
    sa.Column('law', sa.String(length=16), nullable=False),
    sa.Column('checks', sa.String(length=16), nullable=False),
    sa.Column('diagnosis', sa.String(length=120), nullable=False),
    sa.Column('marked_at', database.Moment(timezone=True), nullable=False),
    sa.ForeignKeyConstraint(['answer_id'], ['answers.id'], name=op.f('fk_marks_answer_id_answers')),
    sa.ForeignKeyConstraint(['told'], ['told.hash'], name=op.f('fk_marks_told_told')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_marks'))
    )
    with op.batch_alter_table('marks', schema=None) as batch_op:
        batch_op.create_index(batch_op.f('ix_marks_answer_id'), ['answer_id'], unique=False)



def downgrade() -> None:
    """Back to the state before."""
    with op.batch_alter_table('marks', schema=None) as batch_op:
        batch_op.drop_index(batch_op.f('ix_marks_answer_id'))

    op.drop_table('marks')
    with op.batch_alter_table('answers', schema=None) as batch_op:
        batch_op.drop_index('ix_answers_attempt_task')

    op.drop_table('answers')
    with op.batch_alter_table('devices', schema=None) as batch_op:
        batch_op.drop_index(batch_op.f('ix_devices_learner_id'))

    op.drop_table('devices')
    with op.batch_alter_table('attempts', schema=None) as batch_op:
        batch_op.drop_index('ix_attempts_learner_document')

    op.drop_table('attempts')
    with op.batch_alter_table('revisions', schema=None) as batch_op:
        batch_op.drop_index(batch_op.f('ix_revisions_document_id'))

    op.drop_table('revisions')
    with op.batch_alter_table('reset_codes', schema=None) as batch_op:
        batch_op.drop_index(batch_op.f('ix_reset_codes_account_id'))

    op.drop_table('reset_codes')
    op.drop_table('learners')
    op.drop_table('told')
    op.drop_table('proofs')
    op.drop_table('documents')
    op.drop_table('accounts')
