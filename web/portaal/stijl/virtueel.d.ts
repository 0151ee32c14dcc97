declare module 'virtual:nlds.css'
