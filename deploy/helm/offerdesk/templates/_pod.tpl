{{/* The parts that all pods share. Each is given a dict: root ($), and what its comment names. */}}

{{- define "offerdesk.labels" -}}
app.kubernetes.io/name: offerdesk
app.kubernetes.io/instance: {{ .root.Release.Name }}
app.kubernetes.io/component: {{ .component }}
{{- with .build }}
offerdesk/build: {{ . | quote }}
{{- end }}
{{- end }}

{{/* tag and digest, or the image's own. */}}
{{- define "offerdesk.image" -}}
{{- $image := .root.Values.image -}}
{{- $digest := .digest | default (ternary "" $image.digest (not (not .tag))) -}}
{{- $image.repository }}:{{ .tag | default $image.tag | default .root.Chart.AppVersion }}
{{- with $digest }}@{{ . }}{{ end }}
{{- end }}

{{- define "offerdesk.environment" -}}
envFrom:
  - configMapRef: { name: {{ .root.Release.Name }}-settings }
  - secretRef: { name: {{ .root.Values.existingSecret }} }
{{- end }}

{{- define "offerdesk.pod" -}}
automountServiceAccountToken: false
terminationGracePeriodSeconds: 30
securityContext:
  runAsNonRoot: true
  runAsUser: 1000
  runAsGroup: 1000
  seccompProfile: { type: RuntimeDefault }
{{- with .root.Values.image.pullSecrets }}
imagePullSecrets: {{ toJson . }}
{{- end }}
{{- with .root.Values.nodeSelector }}
nodeSelector: {{ toJson . }}
{{- end }}
{{- with .root.Values.tolerations }}
tolerations: {{ toJson . }}
{{- end }}
topologySpreadConstraints:
  - maxSkew: 1
    topologyKey: kubernetes.io/hostname
    whenUnsatisfiable: ScheduleAnyway
    labelSelector:
      matchLabels: {{- include "offerdesk.labels" . | nindent 8 }}
{{- end }}

{{- define "offerdesk.container" -}}
imagePullPolicy: {{ .root.Values.image.pullPolicy }}
securityContext:
  allowPrivilegeEscalation: false
  readOnlyRootFilesystem: true
  capabilities: { drop: [ALL] }
{{- end }}

{{/* A change of a setting starts the pods anew. */}}
{{- define "offerdesk.podMetadata" -}}
labels: {{- include "offerdesk.labels" . | nindent 2 }}
annotations:
  checksum/settings: {{ toJson .root.Values.settings | sha256sum }}
{{- with .annotations }}
{{ toYaml . | indent 2 }}
{{- end }}
{{- end }}
